"""`python -m claimcheck`."""

from claimcheck.faces.cli import main

if __name__ == "__main__":
    main()
