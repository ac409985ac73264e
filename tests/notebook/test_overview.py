"""mlcurric.notebook.overview: what is passed, what is next and where it stands, how long the rest takes."""

import re
from urllib.parse import unquote

import pytest

from mlcurric.curriculum import STAGES, exercise_path, lesson_path
from mlcurric.notebook.overview import as_html, as_text, progress_as_text, rows, time_left
from mlcurric.notebook.progress import Progress
from mlcurric.notebook.workfolder import MARKER, session_file, write_json
from mlcurric.questions import exercise_ids, lesson_ids, question_set
from mlcurric.text import LANGUAGES, speaking

LESSONS = {lesson.id: lesson for stage in STAGES for lesson in stage.lessons}
WITHOUT_EXERCISE = [id for id in lesson_ids() if id not in exercise_ids()]


def pass_all(progress, lesson):
    for question in question_set(lesson).graded:
        progress.record(lesson, question.name, "passed")


def test_the_command_line_says_where_there_is_no_folder_yet(tmp_path):
    with speaking("en"):
        assert "no learner's folder" in progress_as_text(tmp_path / "nowhere")
        (tmp_path / MARKER).mkdir()
        assert progress_as_text(tmp_path).startswith("1  Tomorrow")


def test_a_stage_that_is_done_says_so_and_the_next_lesson_is_next(tmp_path):
    progress = Progress.of(tmp_path)
    for question in question_set("1-1").graded:
        progress.record("1-1", question.name, "passed")
    with speaking("en"):
        first, second = rows(progress)[1][:2]
        assert (first.state, second.state) == ("✓ passed", "→ next")


def test_a_lesson_without_an_exercise_is_done_when_its_pages_are_made(tmp_path):
    progress = Progress.of(tmp_path)
    assert WITHOUT_EXERCISE == ["1-8"]
    for lesson in exercise_ids():
        pass_all(progress, lesson)
    with speaking("en"):
        row = next(row for row in rows(progress)[1] if row.lesson.id == "1-8")
        assert (row.share, row.state, row.minutes_left) == ("–", "→ next", 25)
        progress.record_pages("1-8")
        row = next(row for row in rows(progress)[1] if row.lesson.id == "1-8")
        assert (row.share, row.state, row.minutes_left) == ("–", "✓ made", 0)


@pytest.mark.parametrize(
    ("lang", "all_of_it", "an_hour_less"),
    [("en", "about 5 h left", "about 4 h 20 min left"), ("ja", "残り約5時間", "残り約4時間20分")],
)
def test_the_time_left_shrinks_with_every_question(tmp_path, lang, all_of_it, an_hour_less):
    progress = Progress.of(tmp_path)
    with speaking(lang):
        assert time_left(rows(progress)[1]) == all_of_it
        progress.record("1-1", "rule_hits", "passed")
        assert time_left(rows(progress)[1]) == {"en": "about 4 h 55 min left", "ja": "残り約4時間55分"}[lang]
        pass_all(progress, "1-1")
        assert time_left(rows(progress)[1]) == an_hour_less
        assert an_hour_less in as_text(progress)
        assert an_hour_less in as_html(progress)


def test_a_stage_that_is_done_has_no_time_left():
    assert time_left([]) == ""


def folder_of(tmp_path, lang):
    """A learner's folder with the lesson and the exercise of 1-1, and a lesson of a name that a link has to escape."""
    for path in (lesson_path(LESSONS["1-1"]), exercise_path(LESSONS["1-1"]), lesson_path(LESSONS["1-2"])):
        (tmp_path / lang / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / lang / path).write_text("{}")
    (tmp_path / MARKER).mkdir()
    return tmp_path


@pytest.mark.parametrize("where", ["{}", "{}/1-tomorrow", "."])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_links_lead_to_the_notebooks_from_wherever_the_page_stands(tmp_path, monkeypatch, lang, where):
    work = folder_of(tmp_path / "my work", lang)
    monkeypatch.chdir(work / where.format(lang))
    with speaking(lang):
        html = as_html(Progress.of(work), work)
    places = [unquote(place) for place in re.findall(r'href="([^"]*)"', html)]
    assert len(places) == 4
    for place in places:
        assert (work / where.format(lang) / place).is_file(), place
    assert "%20" not in html


def test_without_a_folder_there_are_no_links():
    assert "href" not in as_html(Progress.of(None))


def test_what_is_next_is_the_lesson_then_its_exercise_then_the_next_lesson(tmp_path, monkeypatch):
    work = folder_of(tmp_path, "en")
    monkeypatch.chdir(work / "en")
    progress = Progress.of(work)

    def first_link():
        with speaking("en"):
            return re.search(r'<p>Next: <a href="([^"]*)">', as_html(progress, work))[1]

    assert first_link() == lesson_path(LESSONS["1-1"]).as_posix()
    progress.record("1-1", "rule_hits", "passed")
    assert first_link() == exercise_path(LESSONS["1-1"]).as_posix()
    pass_all(progress, "1-1")
    assert first_link() == lesson_path(LESSONS["1-2"]).as_posix()


@pytest.mark.parametrize("stage", [stage.number for stage in STAGES])
def test_in_a_teams_folder_what_is_next_is_of_the_stage_for_which_it_meets(tmp_path, stage):
    progress = Progress.of(tmp_path)
    session_file(tmp_path).parent.mkdir()
    write_json(session_file(tmp_path), {"stage": stage})
    with speaking("ja"):
        own = [row.is_next for row in rows(progress)[stage]]
        assert own == [True] + [False] * (len(own) - 1)
        assert as_text(progress).count("→") == 1
        assert as_html(progress).startswith(f"<p>次は: {stage}-1 ")
        for lesson in STAGES[stage - 1].lessons:
            progress.record_pages(lesson.id) if not lesson.has_exercise else pass_all(progress, lesson.id)
        following = "2-1" if stage == 1 else "1-1"
        assert f"次は: {following} " in as_html(progress)


@pytest.mark.parametrize("text", ["{", "[]", '{"stage": "3"}', '{"stage": 9}'])
def test_a_session_that_cannot_be_read_begins_with_the_first_lesson(tmp_path, text):
    session_file(tmp_path).parent.mkdir()
    session_file(tmp_path).write_text(text, encoding="utf-8")
    assert rows(Progress.of(tmp_path))[1][0].is_next


def test_when_all_is_done_it_says_so(tmp_path):
    progress = Progress.of(tmp_path)
    for lesson in exercise_ids():
        pass_all(progress, lesson)
    for lesson in WITHOUT_EXERCISE:
        progress.record_pages(lesson)
    with speaking("en"):
        assert "All lessons that there are so far are done." in as_html(progress)
