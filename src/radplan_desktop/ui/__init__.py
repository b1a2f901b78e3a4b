"""The window, in Qt. Views render Answers and edit through a Session; nothing here knows the file or the paper."""
