"""Letters by e-mail: the account, addresses, messages, what was sent to whom."""
