"""The subcommands of the command line, one small module for each subject. None of them needs Qt."""
