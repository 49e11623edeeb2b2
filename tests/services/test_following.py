"""State, note, evidence and history of rows; find and replace; levels and spanning cells."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.errors import KhError, UsageError
from kh_desktop.domain.finding import replaced, spans
from kh_desktop.domain.model import Agency, Evidence, Plan, Task, TaskGroup, TaskState, UnitRef
from kh_desktop.domain.progress import Counts, plan_counts
from kh_desktop.domain.task_rows import levels, number_tasks, span
from kh_desktop.services import attachments, issuing, plans, progress, task_texts, tasks
from kh_desktop.services.plan_file import plan_from_json, plan_to_json
from kh_desktop.services.session import Session, open_session


@pytest.fixture
def ids(session: Session) -> list[int]:
    group = TaskGroup(
        title="Rà soát", tasks=tuple(Task(content=f"Việc {i}", lead=(UnitRef("VP"),), deadline="Quý I/2027") for i in range(1, 6))
    )
    plan_id = plans.new_plan_from(session, Plan(year=2027, title="Kế hoạch", agency=Agency("xã", "An Thạnh"), groups=(group,)))
    return [t.id for t in plans.get_plan(session, plan_id).groups[0].tasks]


def rows(session: Session) -> tuple[Task, ...]:
    return plans.get_plan(session, plans.list_plans(session)[0].id).groups[0].tasks


def test_state_and_note_are_steps_also_on_an_issued_plan(session: Session, ids: list[int]) -> None:
    issuing.issue(session, plans.list_plans(session)[0].id, number="1", issued="2027-01-05")
    progress.set_progress(session, ids[:2], state=TaskState.DONE)
    progress.set_progress(session, [ids[0]], note="Đã gửi\tbáo cáo ")
    assert [(t.state, t.note) for t in rows(session)[:2]] == [(TaskState.DONE, "Đã gửi báo cáo"), (TaskState.DONE, "")]
    assert session.undo_label == "Ghi chú nhiệm vụ I.1"
    session.undo()
    session.undo()
    assert {t.state for t in rows(session)} == {TaskState.TODO}


def test_evidence_by_number_and_by_file(session: Session, ids: list[int], tmp_path: Path) -> None:
    file = tmp_path / "Báo cáo quý I.docx"
    file.write_bytes(b"PK\x03\x04 any file")
    first = progress.add_evidence(session, ids[0], Evidence(number=" 12/BC-UBND ", issued="2027-03-15"))
    progress.attach_evidence(session, ids[0], file)
    found = rows(session)[0].evidence
    assert [(e.number, e.issued, e.title) for e in found] == [("12/BC-UBND", "2027-03-15", ""), ("", "", "Báo cáo quý I.docx")]
    out = tmp_path / "ra"
    out.mkdir()
    assert attachments.save_attachment(session, found[1].attachment_id, out).read_bytes() == file.read_bytes()
    progress.update_evidence(session, first, title="Báo cáo quý")
    progress.remove_evidence(session, found[1].id)
    assert [e.title for e in rows(session)[0].evidence] == ["Báo cáo quý"]
    assert attachments.attachments(session, plans.list_plans(session)[0].id) == []
    session.undo()
    assert len(attachments.attachments(session, plans.list_plans(session)[0].id)) == 1
    with pytest.raises(UsageError, match="empty"):
        progress.add_evidence(session, ids[0], Evidence())
    with pytest.raises(KhError, match="wrong_date"):
        progress.add_evidence(session, ids[0], Evidence(number="1", issued="15/3/2027"))


def test_a_removed_task_comes_back_with_its_evidence(session: Session, ids: list[int]) -> None:
    progress.add_evidence(session, ids[0], Evidence(number="12/BC-UBND"))
    before = rows(session)
    tasks.remove_rows(session, task_ids=ids[:2])
    session.undo()
    assert rows(session) == before


def test_row_history_outlives_the_session_and_puts_back(session: Session, ids: list[int]) -> None:
    tasks.update_task(session, ids[0], content="Việc đã sửa", lead="VP; Phòng Kinh tế")
    tasks.update_task(session, ids[0], lead="Phòng Kinh tế")
    progress.set_progress(session, [ids[0]], state=TaskState.DOING)
    path = session.path
    session.close()
    again = open_session(path)
    history = progress.row_history(again, ids[0])
    assert [m.label for m in history] == ["progress.state", "task.edit", "task.edit"]
    assert [m.values["lead"] for m in history] == ["Phòng Kinh tế", "VP; Phòng Kinh tế", "VP"]
    progress.put_back(again, ids[0], history[-1].id)
    task = plans.get_plan(again, plans.list_plans(again)[0].id).groups[0].tasks[0]
    assert (task.content, [u.label for u in task.lead], task.state) == ("Việc 1", ["VP"], TaskState.TODO)
    again.undo()
    assert plans.get_plan(again, plans.list_plans(again)[0].id).groups[0].tasks[0].content == "Việc đã sửa"
    assert len(progress.row_history(again, ids[0])) == 5
    assert progress.row_history(again, ids[1]) == []
    again.close()


def test_the_history_names_the_documents(session: Session, ids: list[int]) -> None:
    first = Evidence(number="15/BC-UBND", issued="2027-03-20", title="Báo cáo quý I")
    piece = progress.add_evidence(session, ids[0], first)
    progress.update_evidence(session, piece, number="16/BC-UBND")
    progress.set_progress(session, [ids[0]], state=TaskState.DOING)
    progress.remove_evidence(session, piece)
    history = progress.row_history(session, ids[0])
    told = [[(e.number, e.issued, e.title) for e in moment.evidence] for moment in history]
    changed = ("16/BC-UBND", first.issued, first.title)
    assert told == [[changed], [], [changed], [(first.number, first.issued, first.title)]]
    session.undo()
    assert [e.number for e in progress.row_history(session, ids[0])[0].evidence] == ["16/BC-UBND"]
    assert progress.row_history(session, ids[1]) == []


def test_moving_a_row_is_no_change_of_the_row(session: Session, ids: list[int]) -> None:
    tasks.move_tasks(session, [ids[0]], group_id=tasks.add_group(session, 1, "Khác"), at=0)
    assert progress.row_history(session, ids[0]) == []


def test_indenting_numbers_and_prints_levels(session: Session, ids: list[int]) -> None:
    tasks.indent_tasks(session, ids[1:4], 1)
    tasks.indent_tasks(session, [ids[2]], 1)
    assert number_tasks(rows(session)) == ("1", "1.1", "-", "1.2", "2")
    tasks.indent_tasks(session, [ids[1]], -1)
    assert number_tasks(rows(session)) == ("1", "2", "2.1", "2.2", "3")
    assert tasks.task_number(session, ids[3]) == "I.2.2"
    plan = plans.get_plan(session, 1)
    assert plan_to_json(plan_from_json(plan_to_json(plan))) == plan_to_json(plan)


def test_cells_are_merged_over_neighbours_and_parted(session: Session, ids: list[int]) -> None:
    tasks.merge_cells(session, ids[1:4], "lead", True)
    assert [span(rows(session), i, "lead") for i in range(5)] == [1, 3, 0, 0, 1]
    tasks.remove_rows(session, task_ids=[ids[0], ids[1]])
    assert span(rows(session), 0, "lead") == 2
    tasks.merge_cells(session, ids[2:4], "lead", False)
    assert [span(rows(session), i, "lead") for i in range(3)] == [1, 1, 1]
    with pytest.raises(UsageError, match="apart"):
        tasks.merge_cells(session, [ids[2], ids[4]], "lead", True)
    with pytest.raises(UsageError, match="not_mergeable"):
        tasks.merge_cells(session, ids[2:4], "content", True)


def test_merged_cells_are_one_cell_on_paper(session: Session, ids: list[int]) -> None:
    from kh_desktop.documents.build_tables import task_table

    tasks.merge_cells(session, ids[1:4], "lead", True)
    table = task_table(plans.get_plan(session, 1))
    spans_on_paper = [c.rowspan for row in table.rows if not row.group for c in row.cells if c.anchor.endswith(":lead")]
    assert spans_on_paper == [1, 3, 1]


def test_find_and_replace_is_one_step(session: Session, ids: list[int]) -> None:
    plan_id = plans.list_plans(session)[0].id
    count, _ = task_texts.replace_all(session, plan_id, "quy i", "Quý II")
    assert count == 5 and {t.deadline for t in rows(session)} == {"Quý II/2027"}
    assert session.undo_label == "Thay 5 chỗ"
    session.undo()
    assert {t.deadline for t in rows(session)} == {"Quý I/2027"}
    assert task_texts.replace_all(session, plan_id, "quy i", "x", exact=True)[0] == 0
    assert task_texts.replace_all(session, plan_id, "VP", "Văn phòng", only=ids[:2], fields=("lead",))[0] == 2
    assert [t.lead[0].label for t in rows(session)] == ["Văn phòng", "Văn phòng", "VP", "VP", "VP"]
    assert task_texts.replace_all(session, plan_id, "Rà soát", "Kiểm tra")[0] == 1


def test_suggestions_come_from_all_plans_most_used_first(session: Session, ids: list[int]) -> None:
    tasks.update_task(session, ids[0], deadline="Trước quý I/2027")
    assert task_texts.suggestions(session, "deadline", "quy") == ["Quý I/2027", "Trước quý I/2027"]
    assert task_texts.suggestions(session, "product", "quy") == []


@given(st.text(alphabet="aâầđđĐ dDx\n", max_size=20), st.text(alphabet="aâđdD ", min_size=1, max_size=3), st.booleans())
def test_found_places_are_in_the_text_and_apart(text: str, query: str, exact: bool) -> None:
    found = spans(text, query, exact=exact)
    assert all(0 <= a < b <= len(text) for a, b in found)
    assert all(first[1] <= second[0] for first, second in zip(found, found[1:], strict=False))
    if exact:
        assert all(text[a:b] == query for a, b in found)
        assert replaced(text, query, "Q", exact=True) == (text.replace(query, "Q") if query.strip() else text)


@given(st.lists(st.builds(Task, level=st.integers(0, 2), continues=st.booleans()), max_size=12))
def test_numbers_are_unique_but_for_bullets_and_continued_rows(rows: list[Task]) -> None:
    numbers = number_tasks(rows)
    own = [n for i, (n, t) in enumerate(zip(numbers, rows, strict=True)) if n != "-" and not (t.continues and i)]
    assert len(own) == len(set(own))
    depth = levels(rows)
    assert all(b <= a + 1 for a, b in zip(depth, depth[1:], strict=False)) and (not depth or depth[0] == 0)


def test_progress_goes_along_to_a_new_version_and_files_stay_openable(session: Session, ids: list[int], tmp_path: Path) -> None:
    old = plans.list_plans(session)[0].id
    issuing.issue(session, old, number="1", issued="2027-01-05")
    file = tmp_path / "Báo cáo.pdf"
    file.write_bytes(b"%PDF-1.4 x")
    progress.attach_evidence(session, ids[0], file)
    progress.set_progress(session, ids[:2], state=TaskState.DONE)
    days = progress.state_days(session, old)
    new = issuing.new_version(session, old)
    tasks_now = plans.get_plan(session, new).groups[0].tasks
    assert [t.state for t in tasks_now[:3]] == [TaskState.DONE, TaskState.DONE, TaskState.TODO]
    assert list(progress.state_days(session, new).values()) == list(days.values())
    assert [m.label for m in progress.row_history(session, tasks_now[0].id)] == ["progress.states", "evidence.add"]
    kept = tasks_now[0].evidence[0].attachment_id
    progress.remove_evidence(session, plans.get_plan(session, old).groups[0].tasks[0].evidence[0].id)
    assert attachments.save_attachment(session, kept, tmp_path / "a.pdf").read_bytes() == file.read_bytes()
    plans.delete_plan(session, old)
    assert attachments.save_attachment(session, kept, tmp_path / "b.pdf").read_bytes() == file.read_bytes()
    session.undo()
    assert [a.id for a in attachments.attachments(session, old, "evidence")] == [kept]
    progress.remove_evidence(session, tasks_now[0].evidence[0].id)
    assert attachments.attachments(session, old) == []
    with pytest.raises(UsageError, match="gone"):
        attachments.save_attachment(session, kept, tmp_path / "c.pdf")


def test_a_plan_with_evidence_still_lacks_its_signed_scan(session: Session, ids: list[int], tmp_path: Path) -> None:
    file = tmp_path / "Báo cáo.pdf"
    file.write_bytes(b"%PDF-1.4 x")
    progress.attach_evidence(session, ids[0], file)
    assert attachments.attachments(session, plans.list_plans(session)[0].id, "scan") == []


def test_hostile_files_are_refused_in_words(session: Session, ids: list[int], tmp_path: Path) -> None:
    big, empty = tmp_path / "to.bin", tmp_path / "rỗng.pdf"
    with big.open("wb") as out:
        out.truncate(progress.MAX_FILE + 1)
    empty.touch()
    for path, code in ((tmp_path / "không có.pdf", "missing"), (big, "too_big"), (empty, "empty_file"), (tmp_path, "unreadable")):
        with pytest.raises(KhError, match=code):
            progress.attach_evidence(session, ids[0], path)
    secret = tmp_path / "mật.pdf"
    secret.write_bytes(b"x")
    secret.chmod(0)
    if not os.access(secret, os.R_OK):  # root may read everything
        with pytest.raises(KhError, match="unreadable"):
            progress.attach_evidence(session, ids[0], secret)
    assert rows(session)[0].evidence == () and session.undo_label != "Thêm minh chứng cho nhiệm vụ I.1"


def test_names_that_meet_twice_and_names_that_are_no_letters(session: Session, ids: list[int], tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "Báo cáo.docx").write_text(folder, encoding="utf-8")
    progress.attach_files(session, ids[0], [tmp_path / "a" / "Báo cáo.docx", tmp_path / "b" / "Báo cáo.docx"])
    found = rows(session)[0].evidence
    assert [e.title for e in found] == ["Báo cáo.docx"] * 2
    out = [attachments.save_attachment(session, e.attachment_id, tmp_path / f"{i}.docx") for i, e in enumerate(found)]
    assert [path.read_text(encoding="utf-8") for path in out] == ["a", "b"]
    with pytest.raises(UsageError, match="twice"):
        progress.attach_evidence(session, ids[0], tmp_path / "a" / "Báo cáo.docx")
    session.undo()
    assert rows(session)[0].evidence == ()
    if os.name == "posix":
        odd = tmp_path / os.fsdecode(b"b\xff.txt")
        odd.write_text("x", encoding="utf-8")
        progress.attach_evidence(session, ids[0], odd)
        assert rows(session)[0].evidence[0].title == "b?.txt"


def test_several_files_are_kept_all_or_none(session: Session, ids: list[int], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    with pytest.raises(KhError, match="missing"):
        progress.attach_files(session, ids[0], [tmp_path / "a.txt", tmp_path / "b.txt"])
    assert rows(session)[0].evidence == ()
    assert attachments.attachments(session, plans.list_plans(session)[0].id) == []


def test_counts_take_a_task_with_its_continuing_rows_as_one(session: Session, ids: list[int]) -> None:
    plan_id = plans.list_plans(session)[0].id
    tasks.update_task(session, ids[1], continues=True)
    progress.set_progress(session, [ids[0]], state=TaskState.DONE)
    assert progress.counts(session, plan_id) == Counts(todo=3, doing=1)
    progress.set_progress(session, [ids[1]], state=TaskState.DROPPED)
    progress.set_progress(session, [ids[4]], state=TaskState.DROPPED)
    assert progress.counts(session, plan_id) == Counts(todo=2, done=1, dropped=1)
    assert plan_counts(plans.get_plan(session, plan_id)) == Counts(todo=2, done=1, dropped=1)


def test_every_change_of_state_is_dated_however_many(session: Session, ids: list[int]) -> None:
    group = plans.get_plan(session, plans.list_plans(session)[0].id).groups[0].id
    many = tasks.add_tasks(session, group, [Task(content=f"Việc {i}") for i in range(600)])
    progress.set_progress(session, many, state=TaskState.DOING)
    assert set(progress.state_days(session, plans.list_plans(session)[0].id)) == set(many)
    assert session.undo_label == "Đổi tình trạng 600 nhiệm vụ"


def test_put_back_on_an_issued_plan_brings_progress_back_but_no_cells(session: Session, ids: list[int]) -> None:
    tasks.update_task(session, ids[0], content="Việc sửa")
    tasks.indent_tasks(session, [ids[1]], 1)
    issuing.issue(session, plans.list_plans(session)[0].id, number="1", issued="2027-01-05")
    progress.set_progress(session, [ids[0]], state=TaskState.DONE)
    newest, oldest = progress.row_history(session, ids[0])
    progress.put_back(session, ids[0], newest.id)
    assert rows(session)[0].state is TaskState.TODO
    with pytest.raises(UsageError, match="frozen"):
        progress.put_back(session, ids[0], oldest.id)
    with pytest.raises(UsageError, match="frozen"):
        progress.put_back(session, ids[1], progress.row_history(session, ids[1])[0].id)


def test_put_back_brings_the_level_back(session: Session, ids: list[int]) -> None:
    tasks.indent_tasks(session, [ids[1]], 1)
    progress.put_back(session, ids[1], progress.row_history(session, ids[1])[0].id)
    assert rows(session)[1].level == 0


def test_a_new_task_never_inherits_the_history_of_a_removed_one(session: Session, ids: list[int]) -> None:
    tasks.update_task(session, ids[-1], content="Việc sửa")
    tasks.remove_rows(session, task_ids=ids[-1:])
    path = session.path
    session.close()
    again = open_session(path)
    (new,) = tasks.add_tasks(again, plans.get_plan(again, 1).groups[0].id, [Task(content="Việc mới")])
    assert progress.row_history(again, new) == []
    again.close()


def test_a_read_only_workspace_refuses_progress(session: Session, ids: list[int], tmp_path: Path) -> None:
    reader = open_session(session.path, read_only=True)
    with pytest.raises(KhError, match="read_only"):
        progress.set_progress(reader, ids, state=TaskState.DONE)
    with pytest.raises(KhError, match="read_only"):
        progress.add_evidence(reader, ids[0], Evidence(number="1"))
    reader.close()
