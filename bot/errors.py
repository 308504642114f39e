"""What can go wrong, as codes: the base of every error that this software raises on purpose."""


class StartpuntError(Exception):
    """An error with a stable code and fields; the edge that started the work turns it into a sentence.

    The message for a person is never in here: a person reads `locale/`, an operator reads code and fields.
    """

    def __init__(self, code: str, **fields: object) -> None:
        super().__init__(code)
        self.code = code
        self.fields = fields

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.fields.items())
        return f"{self.code} ({details})" if details else self.code
