"""How often did an answer help? Counts a day, nobody with them."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation.effects import CountFeedback
from bot.store.engine import insert_for
from bot.store.tables import feedback_counts


async def count(connection: AsyncConnection, feedback: CountFeedback, day: str) -> None:
    """Add one thumb. day: ISO date, Brussels time."""
    column = feedback_counts.c.helpful if feedback.helpful else feedback_counts.c.not_helpful
    statement = insert_for(connection)(feedback_counts).values(
        {"day": day, "topic": feedback.topic, "language": feedback.tag, column.name: 1}
    )
    keys = [feedback_counts.c.day, feedback_counts.c.topic, feedback_counts.c.language]
    await connection.execute(statement.on_conflict_do_update(index_elements=keys, set_={column.name: column + 1}))
