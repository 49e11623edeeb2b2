"""Tables as they come from and go to the clipboard: reading, writing, and recognising what they mean. Pure."""
