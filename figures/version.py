"""The version of the program, which every exported row names beside the result of the check."""

VERSION = "0.1.0"
