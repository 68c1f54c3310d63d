"""What follows from the ideas that were copied: projects, and what stood when."""

# A project for every second idea that is being carried out (5,000 of 100,000 ideas), under the idea's goal,
# with some news.
PROJECTS = (
    """INSERT INTO projects (id, municipality_id, title, description, status, sentence, outcome, steward,
           created_at, changed_at, completed_at, version)
       SELECT id, municipality_id, title, body, CASE status WHEN 'completed' THEN status ELSE 'active' END,
           '', CASE status WHEN 'completed' THEN 'Det blev godt.' ELSE '' END, 'Teknik og Miljø',
           decided_at, decided_at, CASE status WHEN 'completed' THEN decided_at END, 1
       FROM ideas WHERE id BETWEEN %(first)s AND %(last)s AND id %% 2 = 0
           AND status IN ('in_progress', 'completed') AND hidden_at IS NULL""",
    """INSERT INTO project_ideas (municipality_id, project_id, idea_id)
       SELECT municipality_id, id, id FROM projects WHERE id BETWEEN %(first)s AND %(last)s""",
    """INSERT INTO project_goals (municipality_id, project_id, goal_id)
       SELECT projects.municipality_id, projects.id, goal_id
       FROM projects JOIN ideas ON ideas.id = projects.id
       WHERE projects.id BETWEEN %(first)s AND %(last)s AND goal_id IS NOT NULL""",
    """INSERT INTO project_updates (municipality_id, project_id, author_id, body, created_at)
       SELECT municipality_id, id, NULL, 'Nu er vi begyndt.', created_at FROM projects, generate_series(1, 3)
       WHERE id BETWEEN %(first)s AND %(last)s""",
)
# As the application keeps it beside every write (progress/models/keeping.py): an idea stands open until it
# is decided, then as it was decided, and nowhere while it is hidden.
STANDINGS = (
    """INSERT INTO idea_standings (municipality_id, idea_id, goal_id, status, answer_due_at, since, until)
       SELECT municipality_id, id, goal_id, CASE WHEN decided_at IS NULL THEN status ELSE 'published' END,
           answer_due_at, published_at, least(decided_at, hidden_at, %(far)s)
       FROM ideas WHERE id BETWEEN %(first)s AND %(last)s AND published_at IS NOT NULL""",
    """INSERT INTO idea_standings (municipality_id, idea_id, goal_id, status, answer_due_at, since, until)
       SELECT municipality_id, id, goal_id, status, answer_due_at, decided_at, %(far)s
       FROM ideas WHERE id BETWEEN %(first)s AND %(last)s AND decided_at IS NOT NULL AND hidden_at IS NULL""",
    """INSERT INTO project_standings (municipality_id, project_id, status, since, until)
       SELECT municipality_id, id, status, created_at, %(far)s
       FROM projects WHERE id BETWEEN %(first)s AND %(last)s""",
    """INSERT INTO service_standings (municipality_id, project_id, goal_id, since, until)
       SELECT municipality_id, id, goal_id, created_at, %(far)s
       FROM projects JOIN project_goals USING (municipality_id) WHERE project_id = id
           AND id BETWEEN %(first)s AND %(last)s""",
    """INSERT INTO promise_entries (municipality_id, idea_id, answer_number, is_kept, by, at)
       SELECT municipality_id, idea_id, id, is_kept, 1, created_at
       FROM answers WHERE idea_id BETWEEN %(first)s AND %(last)s AND is_kept IS NOT NULL""",
)
FOLLOWING = (*PROJECTS, *STANDINGS)
