"""Random runs of commands, undo and redo against a model that is a plain copy of the whole plan."""

import copy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kh_desktop.domain.model import Agency, Evidence, LegalBasis, Office, Plan, Section, SectionRole, Task, TaskGroup, TaskState, UnitRef
from kh_desktop.domain.task_rows import MERGEABLE
from kh_desktop.services import bases, office, plans, progress, sections, task_texts, tasks
from kh_desktop.services.session import open_session

words = st.text(alphabet="aâđếố -\n;", min_size=1, max_size=8)
START = Plan(
    year=2027,
    title="Kế hoạch",
    agency=Agency("xã", "An Thạnh"),
    sections=(
        Section(heading="A", role=SectionRole.PURPOSE, children=(Section(heading="B"),)),
        Section(heading="C", role=SectionRole.CONTENT),
    ),
    groups=(TaskGroup(title="I", tasks=(Task(content="1", lead=(UnitRef("VP"),)), Task(content="2"))), TaskGroup(title="II")),
    bases=(LegalBasis(number="1/2020/NĐ-CP"), LegalBasis(number="2/2020/TT-BTP")),
)


class Histories(RuleBasedStateMachine):
    """``past`` and ``future`` are snapshots; after every rule the stored plan must equal the present one."""

    @initialize()
    def start(self) -> None:
        self.folder = TemporaryDirectory()
        self.s = open_session(Path(self.folder.name) / "a.khdb")
        office.save_office(self.s, Office(Agency("xã", "An Thạnh")))
        self.plan_id = plans.new_plan_from(self.s, START)
        self.s.workspace.history.done.clear()
        self.past: list[Any] = []
        self.future: list[Any] = []
        self.now = self.look()

    def look(self) -> Any:
        """Every row of every recorded table."""
        from kh_desktop.store.schema import TABLES

        return {t: self.s.workspace.conn.execute(f"SELECT id, {', '.join(c)} FROM {t} ORDER BY id").fetchall() for t, c in TABLES.items()}

    def did(self) -> None:
        seen = self.look()
        if seen != self.now:
            self.past.append(self.now)
            self.future.clear()
            self.now = copy.deepcopy(seen)

    def plan(self) -> Plan:
        return plans.get_plan(self.s, self.plan_id)

    @rule(pick=st.integers(0, 9), field=st.sampled_from(["content", "product", "deadline", "lead", "coord"]), text=words)
    def edit(self, pick: int, field: str, text: str) -> None:
        rows = [t for g in self.plan().groups for t in g.tasks]
        if rows:
            tasks.update_task(self.s, rows[pick % len(rows)].id, **{field: text})
            self.did()

    @rule(pick=st.integers(0, 9), at=st.integers(0, 5), count=st.integers(1, 3))
    def add(self, pick: int, at: int, count: int) -> None:
        groups = self.plan().groups
        if groups:
            tasks.add_tasks(self.s, groups[pick % len(groups)].id, [Task(content=str(i), lead=(UnitRef("VP"),)) for i in range(count)], at)
            self.did()

    @rule(pick=st.integers(0, 9), to=st.integers(0, 9), at=st.integers(0, 5))
    def move(self, pick: int, to: int, at: int) -> None:
        plan = self.plan()
        rows = [t for g in plan.groups for t in g.tasks]
        if rows:
            tasks.move_tasks(self.s, [rows[pick % len(rows)].id], group_id=plan.groups[to % len(plan.groups)].id, at=at)
            self.did()

    @rule(title=words, at=st.integers(0, 3))
    def add_group(self, title: str, at: int) -> None:
        tasks.add_group(self.s, self.plan_id, title, at)
        self.did()

    @rule(pick=st.integers(0, 9), whole=st.booleans())
    def remove(self, pick: int, whole: bool) -> None:
        groups = self.plan().groups
        rows = [t for g in groups for t in g.tasks]
        if whole and groups:
            tasks.remove_rows(self.s, group_ids=[groups[pick % len(groups)].id])
        elif rows:
            tasks.remove_rows(self.s, task_ids=[rows[pick % len(rows)].id])
        self.did()

    @rule(pick=st.integers(0, 9), text=words)
    def section(self, pick: int, text: str) -> None:
        tops = self.plan().sections
        if tops:
            sections.add_section(self.s, self.plan_id, parent_id=tops[pick % len(tops)].id, heading=text, at=0)
            self.did()

    @rule(pick=st.integers(0, 9))
    def remove_section(self, pick: int) -> None:
        tops = self.plan().sections
        if tops:
            sections.remove_section(self.s, tops[pick % len(tops)].id)
            self.did()

    @rule(pick=st.integers(0, 9), to=st.integers(0, 3))
    def basis(self, pick: int, to: int) -> None:
        rows = self.plan().bases
        if rows:
            bases.move_basis(self.s, rows[pick % len(rows)].id, to)
            self.did()

    # --- the task table: levels, joined cells, filling, pasting, replacing, following

    def tasks(self) -> list[Task]:
        return [t for g in self.plan().groups for t in g.tasks]

    @rule(pick=st.integers(0, 9), count=st.integers(1, 4), field=st.sampled_from(MERGEABLE), on=st.booleans())
    def merge(self, pick: int, count: int, field: str, on: bool) -> None:
        groups = [g for g in self.plan().groups if g.tasks]
        if groups:
            rows = groups[pick % len(groups)].tasks
            first = pick % len(rows)
            tasks.merge_cells(self.s, [t.id for t in rows[first : first + count]], field, on)
            self.did()

    @rule(pick=st.integers(0, 9), on=st.booleans())
    def go_on(self, pick: int, on: bool) -> None:
        rows = self.tasks()
        if rows:
            tasks.update_task(self.s, rows[pick % len(rows)].id, continues=on)
            self.did()

    @rule(pick=st.integers(0, 9), by=st.sampled_from([1, -1]))
    def indent(self, pick: int, by: int) -> None:
        rows = self.tasks()
        if rows:
            tasks.indent_tasks(self.s, [t.id for t in rows[pick % len(rows) :]], by)
            self.did()

    @rule(pick=st.integers(0, 9), field=st.sampled_from(["product", "deadline", "lead"]), text=words)
    def fill(self, pick: int, field: str, text: str) -> None:
        rows = self.tasks()[pick:]
        if rows:
            with self.s.step("task.fill_down", plan_id=self.plan_id, count=len(rows)):
                tasks.update_tasks(self.s, {t.id: {field: text} for t in rows})
            self.did()

    @rule(pick=st.integers(0, 9), texts=st.lists(words, min_size=1, max_size=3))
    def paste(self, pick: int, texts: list[str]) -> None:
        groups, rows = self.plan().groups, self.tasks()
        if groups:
            group = groups[pick % len(groups)]
            with self.s.step("task.paste", plan_id=self.plan_id, count=len(texts)):
                if rows:
                    tasks.update_task(self.s, rows[pick % len(rows)].id, content=texts[0], merged=())
                tasks.update_group(self.s, group.id, texts[-1])
                tasks.add_tasks(self.s, group.id, [Task(content=text, product=text) for text in texts], pick)
            self.did()

    @rule(query=st.sampled_from(["a", "đ", "V", "1"]), replacement=words, exact=st.booleans())
    def replace(self, query: str, replacement: str, exact: bool) -> None:
        task_texts.replace_all(self.s, self.plan_id, query, replacement, exact=exact)
        self.did()

    @rule(pick=st.integers(0, 9), state=st.sampled_from(list(TaskState)), note=words)
    def follow(self, pick: int, state: TaskState, note: str) -> None:
        rows = self.tasks()
        if rows:
            progress.set_progress(self.s, [rows[pick % len(rows)].id], state=state, note=note)
            self.did()

    @rule(pick=st.integers(0, 9), what=st.sampled_from(["add", "edit", "remove"]))
    def evidence(self, pick: int, what: str) -> None:
        rows = self.tasks()
        proofs = [e for t in rows for e in t.evidence]
        if rows and what == "add":
            progress.add_evidence(self.s, rows[pick % len(rows)].id, Evidence(number=f"{pick}/BC-UBND"))
        elif proofs and what == "edit":
            progress.update_evidence(self.s, proofs[pick % len(proofs)].id, title=f"Báo cáo {pick}")
        elif proofs:
            progress.remove_evidence(self.s, proofs[pick % len(proofs)].id)
        self.did()

    @rule(pick=st.integers(0, 9), which=st.integers(0, 5))
    def put_back(self, pick: int, which: int) -> None:
        rows = self.tasks()
        moments = progress.row_history(self.s, rows[pick % len(rows)].id) if rows else []
        if moments:
            progress.put_back(self.s, rows[pick % len(rows)].id, moments[which % len(moments)].id)
            self.did()

    @rule(title=words)
    def title(self, title: str) -> None:
        plans.set_plan(self.s, self.plan_id, title=title)
        self.did()

    @rule()
    def undo(self) -> None:
        done = self.s.undo()
        assert (done is not None) == bool(self.past)
        if self.past:
            self.future.append(self.now)
            self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        done = self.s.redo()
        assert (done is not None) == bool(self.future)
        if self.future:
            self.past.append(self.now)
            self.now = self.future.pop()

    @invariant()
    def rows_equal_the_model(self) -> None:
        if hasattr(self, "now"):
            assert self.look() == self.now
            assert not self.s.workspace.conn.execute("PRAGMA foreign_key_check").fetchall()

    def teardown(self) -> None:
        if hasattr(self, "s"):
            while self.s.undo():
                pass
            if self.past:
                assert self.look() == self.past[0]
            self.s.close()
            self.folder.cleanup()


Histories.TestCase.settings = settings(max_examples=300, stateful_step_count=40, deadline=None)
TestHistories = Histories.TestCase
