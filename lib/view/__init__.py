"""What a reader sees: tables, sentences, marks and charts as plain values."""
