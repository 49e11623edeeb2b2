"""Tables of tasks and other tables: columns, groups, numbers, cells that reach over rows, rows that pages cut."""

import pytest

from kh_desktop.domain.model import Annex, Shape, Task
from kh_desktop.importing.blocks import Source, Spot
from kh_desktop.importing.reading import Reading
from kh_desktop.importing.recognise import recognise
from tests.importing.plan_blocks import HEADER, P, bold, ending, letterhead, opening, source, table, task_plan


def tasks(reading: Reading) -> list[Task]:
    return [task for group in reading.plan.groups for task in group.tasks]


def codes(reading: Reading) -> list[str]:
    return [doubt.code for doubt in reading.doubts]


def test_an_appendix_of_tasks() -> None:
    reading = recognise(
        task_plan(
            table(
                [
                    HEADER,
                    ["I", "Chỉ đạo, điều hành", "", "", "", ""],
                    ["1", "Ban hành kế hoạch", "- Văn phòng\n- Trung tâm", "", "Kế hoạch", "Quý I"],
                ],
                bold_rows=(0, 1),
            )
        )
    )
    plan = reading.plan
    assert (plan.shape, plan.appendix_title) == (Shape.APPENDIX, "NHIỆM VỤ NĂM 2026")
    assert [c.label for c in plan.columns] == list(HEADER)
    assert [g.title for g in plan.groups] == ["Chỉ đạo, điều hành"]
    (task,) = tasks(reading)
    assert ([u.label for u in task.lead], task.coord, task.product, task.deadline) == (["Văn phòng", "Trung tâm"], (), "Kế hoạch", "Quý I")
    assert (reading.written.groups, reading.written.rows) == (("I",), (("1",),))
    assert reading.origins["task:0.0:product"] == (Spot(10, 2, 4),)
    assert (reading.roles[Spot(10)], reading.roles[Spot(10, 1)], reading.roles[Spot(10, -1, 4)]) == ("tasks", "group", "product")
    assert reading.leftovers == ()


@pytest.mark.parametrize(
    ("header", "keys"),
    [
        (["STT", "Nhiệm vụ", "Sản phẩm", "Thời gian", "Đơn vị chủ trì", "Cơ quan phối hợp"], "no content product deadline lead coord"),
        (["TT", "Nội dung", "Thời hạn hoàn thành", "Bộ phận phụ trách"], "no content deadline lead"),
        (["Nội dung công việc", "Thời gian hoàn thành"], "content deadline"),
        (["STT", "Các hoạt động", "Cơ quan thực hiện", "Tiến độ", "Kết quả đạt được"], "no content lead deadline product"),
        (["STT", "Việc", "Ai làm", "Khi nào"], "no content lead deadline"),
    ],
)
def test_usual_titles_in_any_order(header: list[str], keys: str) -> None:
    rows = [header, *([str(n) if "no" in keys else f"Rà soát lần {n}", *["Văn bản"] * (len(header) - 1)] for n in (1, 2))]
    assert " ".join(c.key for c in recognise(task_plan(table(rows))).plan.columns) == keys


def test_a_header_of_two_rows_and_a_row_of_figures() -> None:
    reading = recognise(
        task_plan(
            table(
                [
                    ["TT", "Nhiệm vụ", "Kết quả", "Phân công thực hiện", None, "Thời gian thực hiện"],
                    [None, None, None, "Chủ trì", "Phối hợp", None],
                    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
                    ["1", "Tập huấn", "Lớp học", "Văn phòng", "Các phòng", "Quý III"],
                ],
                spans={(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (2, 1), (0, 3): (1, 2), (0, 5): (2, 1)},
            )
        )
    )
    assert [(c.key, c.label, c.group) for c in reading.plan.columns][2:5] == [
        ("product", "Kết quả", ""),
        ("lead", "Chủ trì", "Phân công thực hiện"),
        ("coord", "Phối hợp", "Phân công thực hiện"),
    ]
    assert [t.content for t in tasks(reading)] == ["Tập huấn"]


def test_groups_by_bold_rows_spanning_cells_and_letters() -> None:
    reading = recognise(
        task_plan(
            table(
                [
                    ["Nội dung công việc", "Thời hạn"],
                    ["A. Việc chung", None],
                    ["I. Chỉ đạo", None],
                    ["Ban hành kế hoạch", "Tháng 1"],
                    ["Rà soát", ""],
                    ["Rà soát thủ tục", "Quý II"],
                ],
                spans={(1, 0): (1, 2), (2, 0): (1, 2)},
                bold_rows=(0, 4),
            )
        )
    )
    assert [(g.title, len(g.tasks)) for g in reading.plan.groups] == [("Việc chung", 0), ("Chỉ đạo", 1), ("Rà soát", 1)]
    assert reading.written.groups == ("A", "I", "")
    assert "group_levels" in codes(reading)


def test_sub_tasks_notes_and_columns_without_a_field() -> None:
    reading = recognise(
        task_plan(
            table(
                [
                    ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Kinh phí", "Ghi chú"],
                    ["1", "Tuyên truyền", "Phòng Văn hóa", "Cả năm", "", ""],
                    ["1.1", "Đăng tin", "Đài", "Hằng tháng", "5 triệu", "Đã ký\nhợp đồng"],
                    ["-", "Phát loa", "Đài", "", "", ""],
                ]
            )
        )
    )
    assert [t.level for t in tasks(reading)] == [0, 1, 2]
    assert tasks(reading)[1].note == "Kinh phí: 5 triệu\nĐã ký\nhợp đồng"
    assert [c.key for c in reading.plan.columns] == ["no", "content", "lead", "deadline"]


def test_remarks_are_kept_and_said_once() -> None:
    rows = [
        ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Ghi chú"],
        ["1", "Rà soát", "Văn phòng", "Quý I", "Lồng ghép họp bản"],
        ["2", "Niêm yết", "Văn phòng", "Quý II", ""],
    ]
    reading = recognise(task_plan(table(rows)))
    assert [t.note for t in tasks(reading)] == ["Lồng ghép họp bản", ""]
    (doubt,) = reading.doubts
    assert (doubt.code, doubt.spot, doubt.path, doubt.params) == ("remarks_noted", Spot(10, -1, 4), "column:note", {"label": "Ghi chú"})
    assert reading.origins["task:0.0:note"] == (Spot(10, 1, 4),) and "task:0.1:note" not in reading.origins
    empty = [[*row[:4], "Ghi chú" if at == 0 else ""] for at, row in enumerate(rows)]
    assert not recognise(task_plan(table(empty))).doubts


def test_numbers_that_run_through_the_groups_are_said_once() -> None:
    rows = [
        HEADER,
        ["I", "Chỉ đạo", "", "", "", ""],
        ["1", "Ban hành kế hoạch", "Văn phòng", "", "Kế hoạch", "Quý I"],
        ["II", "Rà soát", "", "", "", ""],
        ["2", "Lập danh mục", "Văn phòng", "", "Danh mục", "Quý II"],
        ["3", "Báo cáo", "Văn phòng", "", "Báo cáo", "Quý III"],
    ]
    (doubt,) = recognise(task_plan(table(rows))).doubts
    assert (doubt.code, doubt.path, doubt.params) == ("tasks_renumbered", "task:1.0", {"written": "2", "number": "1"})


def test_cells_over_several_rows() -> None:
    reading = recognise(
        task_plan(
            table(
                [
                    HEADER,
                    ["1", "Rà soát", "Văn phòng", "Các phòng", "Danh mục", "Quý I"],
                    ["2", "Báo cáo", None, "", "Báo cáo", "Quý II"],
                    ["3", "Niêm yết", "Trung tâm", "", "Bảng niêm yết", "Cả năm"],
                    [None, None, "Đài", "", "Tin bài", "Quý IV"],
                ],
                spans={(1, 2): (2, 1), (3, 0): (2, 1), (3, 1): (2, 1)},
            )
        )
    )
    _, merged, _, more = tasks(reading)
    assert (merged.merged, [u.label for u in merged.lead]) == (("lead",), ["Văn phòng"])
    assert (more.continues, more.content, more.product) == (True, "Niêm yết", "Tin bài")
    assert reading.written.rows == (("1", "2", "3", "3"),)


def test_a_row_cut_by_a_page_is_joined_and_doubted() -> None:
    reading = recognise(
        task_plan(
            table(
                [
                    HEADER,
                    ["I", "Rà soát", "", "", "", ""],
                    ["1", "Rà soát các thủ tục thuộc thẩm", "Văn phòng -", "", "Danh mục", "Quý I"],
                    HEADER,
                    ["I", "Rà soát (tiếp)", "", "", "", ""],
                    ["", "quyền giải quyết của xã", "Thống kê", "", "", ""],
                    ["2", "Báo cáo", "", "", "", ""],
                ],
                bold_rows=(0, 1, 3, 4),
                page_starts=(3,),
            )
        )
    )
    assert [(g.title, len(g.tasks)) for g in reading.plan.groups] == [("Rà soát", 2)]
    first = tasks(reading)[0]
    assert (first.content, [u.label for u in first.lead]) == (
        "Rà soát các thủ tục thuộc thẩm quyền giải quyết của xã",
        ["Văn phòng - Thống kê"],
    )
    assert [d.path for d in reading.doubts if d.code == "row_joined"] == ["task:0.0"]
    assert reading.leftovers == ()


def test_a_second_product_on_the_next_page_is_a_row_of_its_own() -> None:
    reading = recognise(
        task_plan(
            table(
                [
                    HEADER,
                    ["1", "Niêm yết thủ tục đã công", "Văn phòng", "Các phòng", "Bảng niêm yết", "Thường xuyên"],
                    HEADER,
                    ["", "bố", "Văn phòng", "Các phòng", "Tin bài đăng", "Thường xuyên"],
                ],
                page_starts=(2,),
            )
        )
    )
    first, second = tasks(reading)
    assert (first.content, first.product) == ("Niêm yết thủ tục đã công bố", "Bảng niêm yết")
    assert (second.continues, second.product) == (True, "Tin bài đăng")


def test_several_tables_of_one_appendix() -> None:
    reading = recognise(
        task_plan(
            table([HEADER, ["I", "Một", "", "", "", ""], ["1", "A", "B", "", "C", "D"]]),
            table([HEADER, ["2", "Viết báo cáo", "B", "", "C", "D"]]),
            bold("II. Hai"),
            table([HEADER, ["1", "E", "F", "", "G", "H"]]),
        )
    )
    assert [(g.title, len(g.tasks)) for g in reading.plan.groups] == [("Một", 2), ("Hai", 1)]
    assert reading.leftovers == ()


def test_a_table_that_goes_on_without_a_header() -> None:
    reading = recognise(task_plan(table([HEADER, ["1", "A", "B", "", "C", "D"]]), table([["2", "Viết báo cáo", "B", "", "C", "D"]])))
    assert [t.content for t in tasks(reading)] == ["A", "Viết báo cáo"]


def test_further_appendices_stay_as_they_are() -> None:
    review = table(
        [
            ["Stt", "Ngành/Lĩnh vực", "Thời gian hoàn thành"],
            ["1.", "Công chức Tư pháp\nHộ tịch", "Trước 15/9"],
            ["2.", "Kế toán", "Trước 15/9"],
        ]
    )
    reading = recognise(
        task_plan(
            table([HEADER, ["1", "A", "B", "", "C", "D"]]),
            P("Phụ lục:"),
            P("Phân công rà soát"),
            review,
            bold("PHỤ LỤC III"),
            bold("MẪU"),
            P("Kính gửi."),
        )
    )
    assert reading.plan.annexes == (
        Annex(
            0,
            "Phân công rà soát",
            ("Stt", "Ngành/Lĩnh vực", "Thời gian hoàn thành"),
            (("1.", "Công chức Tư pháp\nHộ tịch", "Trước 15/9"), ("2.", "Kế toán", "Trước 15/9")),
        ),
        Annex(0, "MẪU", (), (("Kính gửi.",),)),
    )
    assert len(tasks(reading)) == 1
    assert reading.leftovers == ()


def test_two_appendices_of_tasks_are_groups_of_one_plan() -> None:
    one = table([HEADER, ["1", "A", "B", "", "C", "D"]])
    reading = recognise(task_plan(one, bold("PHỤ LỤC II"), bold("RÀ SOÁT"), table([HEADER, ["1", "E", "F", "", "G", "H"]])))
    assert [(g.title, [t.content for t in g.tasks]) for g in reading.plan.groups] == [("", ["A"]), ("RÀ SOÁT", ["E"])]
    assert "second_tasks" in codes(reading)


def test_tasks_in_the_body_and_a_table_that_is_none() -> None:
    targets = table([["Chỉ tiêu", "Đơn vị", "Mức giao"], ["Hồ sơ đúng hạn", "%", "98"]], bold_rows=(0,))
    reading = recognise(
        source(
            letterhead(),
            *opening(),
            bold("A. MỤC TIÊU"),
            P("Như bảng sau."),
            targets,
            bold("B. NỘI DUNG"),
            table([HEADER, ["1", "A", "B", "", "C", "D"]]),
            bold("C. TỔ CHỨC"),
            P("Văn phòng theo dõi."),
            ending(),
        )
    )
    assert reading.plan.shape is Shape.TABLE_IN_BODY
    assert [s.holds_tasks for s in reading.plan.sections] == [False, True, False]
    assert reading.plan.annexes[0].rows == (("Hồ sơ đúng hạn", "%", "98"),)
    assert ("table_as_annex", "annex:0") in [(d.code, d.path) for d in reading.doubts]


def test_an_appendix_behind_the_signature_without_the_word() -> None:
    reading = recognise(
        source(
            letterhead(),
            *opening(),
            bold("I. MỤC ĐÍCH"),
            P("- A."),
            ending(),
            bold("DANH MỤC CÔNG VIỆC"),
            table([HEADER, ["1", "A", "B", "", "C", "D"]]),
        )
    )
    assert (reading.plan.shape, reading.plan.appendix_title) == (Shape.APPENDIX, "DANH MỤC CÔNG VIỆC")
    assert reading.leftovers == ()


def test_copied_rows_without_titles_are_guessed() -> None:
    rows = [
        ["1", "Xây dựng kế hoạch năm của phường", "Văn phòng", "Tháng 1/2026"],
        ["2", "Báo cáo quý về kiểm soát thủ tục", "Trung tâm", "Hằng quý"],
    ]
    reading = recognise(Source("html", "", (table(rows),)))
    assert [c.key for c in reading.plan.columns] == ["no", "content", "lead", "deadline"]
    assert "columns_guessed" in codes(reading)


def test_rows_without_a_number_and_days_there_are_not() -> None:
    reading = recognise(
        task_plan(table([HEADER, ["1", "A", "B", "", "C", "Trước 31/9/2026"], ["", "Viết báo cáo năm", "B", "", "C", "Quý I"]]))
    )
    assert [(d.code, d.path) for d in reading.doubts] == [("row_unnumbered", "task:0.1"), ("deadline_invalid", "task:0.0:deadline")]


def test_a_number_that_is_none_is_not_lost() -> None:
    reading = recognise(task_plan(table([HEADER, ["Việc gấp", "A", "B", "", "C", "D"], ["2", "E", "B", "", "C", "D"]])))
    assert [left.text for left in reading.leftovers] == ["Việc gấp"]


def test_one_column_for_both_and_a_deadline_in_two() -> None:
    reading = recognise(
        task_plan(
            table(
                [
                    ["Số TT", "Tên nhiệm vụ", "Chủ trì, phối hợp", "Thời gian", None],
                    [None, None, None, "Bắt đầu", "Kết thúc"],
                    ["1", "Rà soát", "- Chủ trì: Văn phòng\n- Phối hợp: Trung tâm; Các phòng", "1/2026", "3/2026"],
                    ["Tổng cộng: 1 nhiệm vụ", None, None, None, None],
                ],
                spans={(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (2, 1), (0, 3): (1, 2), (3, 0): (1, 5)},
            )
        )
    )
    (task,) = tasks(reading)
    assert ([u.label for u in task.lead], [u.label for u in task.coord]) == (["Văn phòng"], ["Trung tâm", "Các phòng"])
    assert (task.deadline, task.note) == ("1/2026 - 3/2026", "")
    assert [doubt.code for doubt in reading.doubts] == ["left_over"]  # the line of the total
    assert [left.text for left in reading.leftovers] == ["Tổng cộng: 1 nhiệm vụ"]


def test_groups_numbered_like_tasks() -> None:
    rows = [
        HEADER,
        ["1", "Ban hành văn bản", "", "", "", ""],
        ["1.1", "Xây dựng quy chế", "Văn phòng", "", "Quy chế", "Quý I"],
        ["1.2", "Rà soát quy trình", "Trung tâm", "", "Báo cáo", "Quý II"],
        ["2", "Tiếp nhận hồ sơ", "", "", "", ""],
        ["2.1", "Hướng dẫn người dân", "Trung tâm", "", "Tờ rơi", "Quý III"],
        ["2.1.1", "In tờ rơi", "Trung tâm", "", "Tờ rơi", "Quý III"],
    ]
    reading = recognise(task_plan(table(rows)))
    assert [g.title for g in reading.plan.groups] == ["Ban hành văn bản", "Tiếp nhận hồ sơ"]
    assert (reading.written.groups, reading.written.rows) == (("1", "2"), (("1.1", "1.2"), ("2.1", "2.1.1")))
    assert [task.level for task in tasks(reading)] == [0, 0, 0, 1]
    assert [reading.roles[Spot(10, row)] for row in (1, 2, 4, 6)] == ["group", "task", "group", "task"]


def test_tasks_with_subtasks_are_no_groups() -> None:
    own = ["1", "Rà soát thủ tục", "", "", "", ""]
    below = ["1.1", "Lập danh mục", "Văn phòng", "", "Danh mục", "Quý I"]
    whole = ["2", "Niêm yết", "Trung tâm", "", "Bảng", "Quý II"]
    mixed = recognise(task_plan(table([HEADER, own, below, whole])))
    assert [t.level for t in tasks(mixed)] == [0, 1, 0]
    grouped = recognise(task_plan(table([HEADER, ["I", "Kiểm soát", "", "", "", ""], own, below], bold_rows=(1,))))
    assert ([g.title for g in grouped.plan.groups], [t.level for t in tasks(grouped)]) == (["Kiểm soát"], [0, 1])


def test_a_group_numbered_like_a_task_stands_across_the_table() -> None:
    rows: list[list[str | None]] = [
        list(HEADER),
        ["1", "Tiếp nhận hồ sơ", None, None, None, None],
        ["1.1", "Hướng dẫn", "Trung tâm", "", "", "Quý I"],
        ["2", "Niêm yết", "Trung tâm", "", "Bảng", "Quý II"],
    ]
    reading = recognise(task_plan(table(rows, spans={(1, 1): (1, 5)})))
    assert [(g.title, len(g.tasks)) for g in reading.plan.groups] == [("Tiếp nhận hồ sơ", 2)]


def test_a_number_title_broken_by_its_narrow_column() -> None:
    reading = recognise(task_plan(table([["ST\nT", *HEADER[1:]], ["1", "Rà soát", "Văn phòng", "", "Báo cáo", "Quý I"]])))
    assert (reading.plan.columns[0].key, reading.plan.columns[0].label) == ("no", "STT")
    assert (tasks(reading)[0].note, reading.leftovers, reading.written.rows) == ("", (), (("1",),))


def test_numbers_in_brackets() -> None:
    rows = [["(1)", "Rà soát", "Văn phòng", "", "", "Quý I"], ["(2)", "Niêm yết", "", "", "", "Quý II"]]
    reading = recognise(task_plan(table([HEADER, *rows])))
    assert (reading.written.rows, reading.leftovers) == ((("1", "2"),), ())


def test_groups_that_get_other_numbers_are_said_once() -> None:
    row = ["1", "Rà soát", "Văn phòng", "", "Báo cáo", "Quý I"]
    titles = [["", "Chỉ đạo", "", "", "", ""], row, ["", "Rà soát", "", "", "", ""], row]
    reading = recognise(task_plan(table([HEADER, *titles], bold_rows=(1, 3))))
    assert reading.written.groups == ("", "")
    assert [(d.code, d.spot) for d in reading.doubts] == [("groups_renumbered", Spot(10, 1))]
    roman = [["I", "Chỉ đạo", "", "", "", ""], row, ["II", "Rà soát", "", "", "", ""], row]
    assert recognise(task_plan(table([HEADER, *roman]))).doubts == ()


def test_two_columns_of_times_are_one_deadline() -> None:
    rows: list[list[str | None]] = [
        ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian", None],
        [None, None, None, "Bắt đầu", "Kết thúc"],
        ["1", "Ban hành kế hoạch", "Văn phòng", "01/2026", "02/2026"],
        ["2", "Rà soát", "Văn phòng", "Quý II", "Quý II"],
        ["3", "Tổng kết", "Văn phòng", "", "12/2026"],
    ]
    reading = recognise(task_plan(table(rows, spans={(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (2, 1), (0, 3): (1, 2)})))
    assert [t.deadline for t in tasks(reading)] == ["01/2026 - 02/2026", "Quý II", "12/2026"]
    assert [(c.key, c.label) for c in reading.plan.columns][-1] == ("deadline", "Thời gian")
    assert (reading.doubts, reading.leftovers) == ((), ())


def test_two_columns_of_times_without_a_common_title() -> None:
    rows = [["TT", "Nhiệm vụ", "Chủ trì", "Thời gian bắt đầu", "Thời gian kết thúc"], ["1", "Rà soát", "Văn phòng", "5/1", "9/3"]]
    reading = recognise(task_plan(table(rows)))
    assert (tasks(reading)[0].deadline, tasks(reading)[0].note) == ("5/1 - 9/3", "")
    assert reading.plan.columns[-1].label == "Thời gian"


def test_who_leads_and_who_helps_on_one_line() -> None:
    rows = [["TT", "Nhiệm vụ", "Bộ phận thực hiện"], ["1", "Rà soát", "Chủ trì: Công chức Văn hóa Phối hợp: Già làng, trưởng thôn"]]
    (task,) = tasks(recognise(task_plan(table(rows))))
    assert ([u.label for u in task.lead], [u.label for u in task.coord]) == (["Công chức Văn hóa"], ["Già làng, trưởng thôn"])


def test_groups_in_a_column_beside_their_tasks() -> None:
    rows: list[list[str | None]] = [
        ["Lĩnh vực", "STT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
        ["Hộ tịch", "1", "Rà soát", "Văn phòng", "Quý I"],
        [None, "2", "Niêm yết", "Văn phòng", "Quý II"],
        ["Đất đai", "3", "Số hóa", "Trung tâm", "Quý III"],
    ]
    reading = recognise(task_plan(table(rows, spans={(1, 0): (2, 1)})))
    assert [(g.title, [t.content for t in g.tasks]) for g in reading.plan.groups] == [
        ("Hộ tịch", ["Rà soát", "Niêm yết"]),
        ("Đất đai", ["Số hóa"]),
    ]
    assert [t.note for t in tasks(reading)] == ["", "", ""]
    assert codes(reading) == ["groups_renumbered", "tasks_renumbered"]
    assert reading.origins["group:1"] == (Spot(10, 3, 0),)
    assert [left.text for left in reading.leftovers] == ["Lĩnh vực"]


def test_headings_over_several_activities_are_groups() -> None:
    rows: list[list[str | None]] = [
        ["TT", "Nhiệm vụ", "Hoạt động", "Sản phẩm", "Cơ quan chủ trì", "Thời gian"],
        ["1", "Chỉ đạo", "Ban hành kế hoạch", "Kế hoạch", "Văn phòng", "Quý I"],
        [None, None, "Họp giao ban", "Thông báo", "Văn phòng", "Quý II"],
        ["2", "Rà soát", "Lập danh mục", "Danh mục", "Trung tâm", "Quý III"],
    ]
    reading = recognise(task_plan(table(rows, spans={(1, 0): (2, 1), (1, 1): (2, 1)})))
    assert [(g.title, [t.content for t in g.tasks]) for g in reading.plan.groups] == [
        ("Chỉ đạo", ["Ban hành kế hoạch", "Họp giao ban"]),
        ("Rà soát", ["Lập danh mục"]),
    ]
    assert (reading.written.groups, reading.written.rows) == (("1", "2"), (("", ""), ("",)))
    assert codes(reading) == ["groups_renumbered"]


@pytest.mark.parametrize(
    ("titles", "noted"),
    [
        (("Lãnh đạo phụ trách", "Đơn vị thực hiện"), "Lãnh đạo phụ trách: Đồng chí Phó Chủ tịch"),
        (("Đơn vị liên quan", "Đơn vị tham mưu"), ""),
    ],
)
def test_who_leads_among_several_columns(titles: tuple[str, str], noted: str) -> None:
    rows = [["TT", "Nhiệm vụ", *titles, "Tiến độ"], ["1", "Rà soát", "Đồng chí Phó Chủ tịch", "Văn phòng", "Quý I"]]
    (task,) = tasks(recognise(task_plan(table(rows))))
    assert ([u.label for u in task.lead], task.note, task.deadline) == (["Văn phòng"], noted, "Quý I")


def test_a_leader_alone_leads() -> None:
    rows = [["TT", "Nhiệm vụ", "Lãnh đạo phụ trách", "Tiến độ"], ["1", "Rà soát", "Phó Chủ tịch", "Quý I"]]
    assert [u.label for u in tasks(recognise(task_plan(table(rows))))[0].lead] == ["Phó Chủ tịch"]


def test_times_with_crosses() -> None:
    rows: list[list[str | None]] = [
        ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian năm 2026", None, None, "Sản phẩm"],
        [None, None, None, "Quý I", "Quý II", "Quý III", None],
        ["1", "Ban hành kế hoạch", "Văn phòng", "x", "", "", "Kế hoạch"],
        ["2", "Niêm yết", "Trung tâm", "X", "", "trước 15/9", "Bảng"],
    ]
    spans = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (2, 1), (0, 3): (1, 3), (0, 6): (2, 1)}
    reading = recognise(task_plan(table(rows, spans=spans)))
    assert [t.deadline for t in tasks(reading)] == ["Quý I", "Quý I, Quý III: trước 15/9"]
    assert [(c.key, c.label) for c in reading.plan.columns][3:] == [("deadline", "Thời gian năm 2026"), ("product", "Sản phẩm")]
    assert (reading.doubts, reading.leftovers) == ((), ())


def test_rows_with_a_dash_for_a_number() -> None:
    rows = [
        HEADER,
        ["1", "Rà soát thủ tục", "", "", "", ""],
        ["", "- Lĩnh vực hộ tịch", "Văn phòng", "", "Báo cáo", "Quý I"],
        ["", "- Lĩnh vực đất đai", "Trung tâm", "", "Báo cáo", "Quý II"],
        ["2", "Khảo sát", "Văn phòng", "", "Phiếu", "Quý III"],
    ]
    reading = recognise(task_plan(table(rows)))
    assert [(t.content, t.level) for t in tasks(reading)] == [
        ("Rà soát thủ tục", 0), ("Lĩnh vực hộ tịch", 1), ("Lĩnh vực đất đai", 1), ("Khảo sát", 0),
    ]  # fmt: skip
    assert reading.doubts == ()


def test_a_table_for_each_section_is_a_group_for_each() -> None:
    def rows(*contents: str) -> list[list[str]]:
        return [list(HEADER), *([str(n), text, "Văn phòng", "", "Báo cáo", "Quý I"] for n, text in enumerate(contents, start=1))]

    reading = recognise(
        source(
            letterhead(),
            *opening(),
            bold("I. MỤC ĐÍCH"),
            P("- A."),
            bold("II. NỘI DUNG"),
            bold("1. Chỉ đạo"),
            table(rows("Ban hành kế hoạch", "Họp giao ban")),
            bold("2. Rà soát"),
            table(rows("Lập danh mục")),
            ending(),
        )
    )
    assert [(g.title, len(g.tasks)) for g in reading.plan.groups] == [("Chỉ đạo", 2), ("Rà soát", 1)]
    assert (reading.written.groups, reading.plan.shape) == (("1", "2"), Shape.TABLE_IN_BODY)
    assert "second_tasks" in codes(reading)


def test_a_page_with_a_header_broken_otherwise_and_a_cell_that_goes_on() -> None:
    titles = ["TT", "Nhiệm vụ", "Chủ trì", "Sản phẩm", "Thời gian", "Kinh phí (triệu đồng)"]
    rows: list[list[str | None]] = [
        list(titles),
        ["1", "Ban hành kế hoạch", "Văn phòng", "Kế hoạch", "Quý I", ""],
        ["2", "Rà soát", None, "Báo cáo", "Quý II", ""],
        [*titles[:5], "Kinh phí (triệu"],
        ["3", "Niêm yết", "", "Bảng", "Quý III", ""],
        ["4", "Số hóa", "Trung tâm", "Kho", "Quý IV", ""],
    ]
    reading = recognise(task_plan(table(rows, spans={(1, 2): (2, 1)}, page_starts=(3,))))
    assert [[u.label for u in t.lead] for t in tasks(reading)] == [["Văn phòng"], ["Văn phòng"], ["Văn phòng"], ["Trung tâm"]]
    assert [t.merged for t in tasks(reading)] == [(), ("lead",), ("lead",), ()]
