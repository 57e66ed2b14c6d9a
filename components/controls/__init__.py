"""What a reader chooses with: filters, settings and picked marks, kept in the session and in the address."""
