"""The text index: FTS5 on SQLite, tsvector on PostgreSQL; the words are made in participation/search.

Revision ID: 0002
Revises: 0001
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = {
    "sqlite": (
        "CREATE VIRTUAL TABLE search_entries USING fts5("
        "municipality_id UNINDEXED, title, words, "
        "tokenize = 'unicode61 remove_diacritics 0')",
    ),
    "postgresql": (
        "CREATE TABLE search_entries (municipality_id bigint NOT NULL REFERENCES municipalities (id), "
        "subject_id bigint NOT NULL, title tsvector NOT NULL, words tsvector NOT NULL, "
        "PRIMARY KEY (municipality_id, subject_id))",
        "CREATE INDEX ix_search_entries_title ON search_entries USING gin (title)",
        "CREATE INDEX ix_search_entries_words ON search_entries USING gin (words)",
    ),
}


def upgrade() -> None:
    for statement in TABLES[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    op.execute("DROP TABLE search_entries")
