"""A stand-in for Google on loopback: the token endpoint and the Sheets API, with faults on demand."""
