"""What the program understood of deadlines: the line under each phrase, mending, explaining and composing them."""
