"""The control API: what people do on their phones, and what a test wants to know or to break."""
