"""The dashboard's rooms, from the shared sheet to the screen; see README.md for the plan of the house."""
