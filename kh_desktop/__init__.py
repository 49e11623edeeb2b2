"""KH Desktop: plans for controlling administrative procedures in a commune's one-stop office."""

__version__ = "0.1.0"
