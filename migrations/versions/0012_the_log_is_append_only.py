"""The internal log is append-only: the database refuses to change or delete an entry, and its head never goes back.

Whoever remakes one of the two tables on SQLite (a batch change of Alembic's) makes its triggers again.

"""

from alembic import op

revision = "0012"
down_revision = "0010"
branch_labels = None
depends_on = None

SAID = "the internal log is append-only"

SQLITE = {
    "log_entries_unchanged": "BEFORE UPDATE ON log_entries",
    "log_entries_kept": "BEFORE DELETE ON log_entries",
    "log_heads_kept": "BEFORE DELETE ON log_heads",
    "log_heads_forward": "BEFORE UPDATE ON log_heads WHEN NEW.number <= OLD.number"
    " OR NEW.municipality_id <> OLD.municipality_id",
}
POSTGRESQL = {
    "log_entries_unchanged": "BEFORE UPDATE OR DELETE ON log_entries FOR EACH ROW",
    "log_entries_kept": "BEFORE TRUNCATE ON log_entries FOR EACH STATEMENT",
    "log_heads_kept": "BEFORE DELETE ON log_heads FOR EACH ROW",
    "log_heads_emptied": "BEFORE TRUNCATE ON log_heads FOR EACH STATEMENT",
    "log_heads_forward": "BEFORE UPDATE ON log_heads FOR EACH ROW WHEN (NEW.number <= OLD.number"
    " OR NEW.municipality_id <> OLD.municipality_id)",
}
REFUSAL = f"""
CREATE FUNCTION refuse_change_of_log() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{SAID}'; END $$
"""


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for name, when in SQLITE.items():
            op.execute(f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{SAID}'); END")
        return
    op.execute(REFUSAL)
    for name, when in POSTGRESQL.items():
        op.execute(f"CREATE TRIGGER {name} {when} EXECUTE FUNCTION refuse_change_of_log()")


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for name in SQLITE:
            op.execute(f"DROP TRIGGER {name}")
        return
    for name, when in POSTGRESQL.items():
        table = when.split(" ON ")[1].split(" ")[0]
        op.execute(f"DROP TRIGGER {name} ON {table}")
    op.execute("DROP FUNCTION refuse_change_of_log()")
