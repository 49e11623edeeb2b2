"""The sentences people read for each code: errors, problems, names of undo steps. Qt-free, so the command line says the same.

The source language is Vietnamese; the window passes each sentence through its translator.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kh_desktop.domain.errors import KhError

MESSAGES: dict[str, str] = {
    # files
    "disk.full": "Không ghi được tệp vì ổ đĩa đã đầy: {path}. Kế hoạch vẫn còn nguyên trong sổ. Hãy giải phóng chỗ trống hoặc chọn nơi khác.",
    "file.busy": "Không ghi được tệp vì đang mở trong chương trình khác: {path}. Hãy đóng tệp đó rồi làm lại.",
    "file.no_access": "Không có quyền ghi vào: {path}. Kế hoạch vẫn còn nguyên trong sổ. Hãy chọn nơi khác.",
    "file.missing": "Không tìm thấy tệp: {path}. Hãy kiểm tra lại tên và nơi lưu.",
    "pdf.damaged": "Không mở được tệp PDF vì tệp bị hỏng. Hãy tạo lại tệp.",
    "font.missing": "Ký tự “{char}” không in được vì phông chữ không có ({where}). Hãy thay ký tự đó rồi in lại.",
    # workspace
    "workspace.locked": "Sổ kế hoạch {path} đang được {user} mở trên máy {host} từ {at}. Hãy đóng ở máy đó, hoặc mở ở chế độ chỉ xem.",
    "workspace.newer": "Sổ kế hoạch {path} do bản chương trình mới hơn tạo ra. Dữ liệu vẫn nguyên vẹn. Hãy cài bản mới rồi mở lại.",
    "workspace.older_read_only": "Sổ kế hoạch {path} do bản cũ tạo ra nên chưa mở được ở chế độ chỉ xem. Hãy mở bình thường một lần để nâng cấp.",
    "workspace.not_ours": "Tệp {path} không phải sổ kế hoạch. Không có gì bị thay đổi. Hãy chọn tệp có đuôi .khdb.",
    "workspace.damaged": "Sổ kế hoạch {path} bị hỏng. Chương trình không ghi gì thêm vào đó. Hãy khôi phục từ bản sao lưu gần nhất.",
    "workspace.io": "Ổ đĩa chứa sổ {path} đọc, ghi bị lỗi. Hãy kiểm tra ổ đĩa, dây cắm hoặc mạng rồi mở lại.",
    "workspace.read_only": "Sổ kế hoạch {path} đang ở chế độ chỉ xem nên không sửa được.",
    "workspace.busy": "Sổ kế hoạch {path} đang bận. Chưa có gì bị mất. Hãy thử lại sau giây lát.",
    "workspace.cannot_open": "Không mở được {path}. Hãy kiểm tra thư mục còn đó và có quyền ghi.",
    "workspace.old_sqlite": "Thư viện SQLite của máy quá cũ ({version}). Hãy cài lại chương trình.",
    "backup.damaged": "Bản sao lưu {path} không dùng được. Sổ hiện tại vẫn nguyên vẹn. Hãy chọn bản khác.",
    "doctor.orphan": "Bảng {table} có dòng {row} không thuộc kế hoạch nào. Hãy khôi phục từ bản sao lưu.",
    # answers and fields
    "answers.not_json": "Tệp {path} không đúng dạng JSON. Không có gì được ghi vào sổ. Hãy kiểm tra lại tệp.",
    "answers.not_object": "Mục “{field}” phải là một nhóm trường có tên. Không có gì được ghi vào sổ.",
    "answers.too_big": "Tệp {path} lớn quá 20 MB nên không đọc. Hãy kiểm tra có đúng tệp kế hoạch không.",
    "answers.too_long": "Trường “{field}” dài quá 200.000 ký tự. Hãy rút ngắn.",
    "answers.too_deep": "Mục “{field}” lồng nhau quá sâu. Hãy bớt số cấp.",
    "answers.missing_field": "Thiếu trường “{field}”. Không có gì được ghi vào sổ. Hãy bổ sung rồi làm lại.",
    "answers.wrong_field": "Trường “{field}” phải là {expected}. Không có gì được ghi vào sổ.",
    "answers.wrong_choice": "Trường “{field}” không nhận “{value}”. Chỉ nhận: {choices}.",
    "answers.wrong_date": "Trường “{field}”: không có ngày “{value}”. Hãy ghi dạng năm-tháng-ngày, ví dụ 2027-01-05.",
    "answers.wrong_year": "Năm “{value}” không hợp lệ. Hãy ghi năm từ 1990 đến 2100.",
    "answers.wrong_columns": "Trường “{field}”: các cột không được trùng nhau và phải có cột nội dung, rộng từ 5 đến 250 mm.",
    "answers.unknown_column": "Không hiểu cột “{label}”. Hãy dùng các tên thường gặp: TT, Nội dung, Chủ trì, Phối hợp, Sản phẩm, Thời hạn.",
    "office.level": "Cấp “{level}” không hợp lệ. Chỉ nhận: xã, phường, đặc khu, thị trấn.",
    "field.unknown": "Không có trường “{field}”.",
    "field.wrong": "Trường “{field}” không nhận giá trị “{value}”.",
    "row.gone": "Dòng này không còn nữa, có thể vừa bị xóa. Hãy chọn lại.",
    "template.missing": "Không có mẫu “{id}” cho kiểu kế hoạch này.",
    "section.cycle": "Không thể đưa một mục vào bên trong chính nó.",
    "cells.not_mergeable": "Cột này không gộp ô được. Chỉ gộp các ô chủ trì, phối hợp, sản phẩm, thời hạn.",
    "cells.apart": "Chỉ gộp được ô của các dòng liền nhau trong cùng một nhóm. Hãy chọn lại.",
    "file.unreadable": "Không đọc được tệp: {path}. Hãy kiểm tra quyền mở tệp, hoặc chép tệp ra chỗ khác rồi chọn lại.",
    "evidence.too_big": "Tệp {path} lớn quá 50 MB nên không cất vào sổ. Hãy ghi số, ngày văn bản, hoặc nén tệp rồi chọn lại.",
    "evidence.empty_file": "Tệp {path} rỗng nên chưa thêm làm minh chứng. Hãy kiểm tra lại tệp.",
    "evidence.twice": "Tệp “{name}” đã có trong minh chứng của nhiệm vụ này.",
    "evidence.empty": "Minh chứng cần ít nhất số văn bản, nội dung hoặc tệp. Hãy ghi một trong ba.",
    # names of fields and steps inside other sentences
    "and.more": "{first}, {rest}",
    "name.year": "năm",
    "name.period": "kỳ",
    "name.title": "trích yếu",
    "name.code": "ký hiệu",
    "name.appendix_title": "tên phụ lục",
    "name.intro": "lời dẫn",
    "name.closing": "đoạn kết",
    "name.shape": "kiểu trình bày",
    "name.numbering": "cách đánh số",
    "name.landscape": "khổ giấy phụ lục",
    "name.indent_cm": "lùi đầu dòng",
    "name.columns": "cột của phụ lục",
    "name.recipients": "nơi nhận",
    "name.signature": "khối ký",
    "name.agency": "cơ quan",
    "step.purpose": "Mục đích, yêu cầu",
    "step.content": "Nội dung",
    "step.organisation": "Tổ chức thực hiện",
    # whether a cited document still stands
    "status.unsure": "Theo dữ liệu kèm chương trình (chưa kiểm chứng): {sentence}",
    "status.with_remark": "{sentence} {remark}",
    "status.fill_title": "Dữ liệu kèm chương trình không có trích yếu, người soạn phải tự điền trước khi in.",
    "status.unlisted": "Văn bản này không có trong dữ liệu kèm chương trình; hãy tự kiểm tra hiệu lực trước khi viện dẫn.",
    "status.expired": "Hết hiệu lực.",
    "status.expired_since": "Hết hiệu lực từ ngày {day}.",
    "status.expired_by": "Hết hiệu lực, được thay thế bằng {by}.",
    "status.expired_since_by": "Hết hiệu lực từ ngày {day}, được thay thế bằng {by}.",
    "status.replaced": "Đã được thay thế bằng {by}.",
    "status.replaced_since": "Đã được thay thế bằng {by} từ ngày {day}.",
    "status.not_yet": "Chưa có hiệu lực vào ngày của kế hoạch.",
    "status.not_yet_since": "Chưa có hiệu lực vào ngày của kế hoạch, có hiệu lực từ ngày {day}.",
    "status.amended": "Còn hiệu lực, đã được sửa đổi, bổ sung.",
    "status.amended_by": "Còn hiệu lực, đã được sửa đổi, bổ sung bởi {by}.",
    "status.amended_by_maybe": "Còn hiệu lực, đã được sửa đổi, bổ sung bởi {by}; có thể cả {maybe} (chưa kiểm chứng).",
    "status.amended_maybe": "Còn hiệu lực, có thể đã được sửa đổi, bổ sung bởi {maybe} (chưa kiểm chứng).",
    "status.in_force": "Còn hiệu lực.",
    "status.reference": "Văn bản hợp nhất chỉ để tra cứu, không viện dẫn làm căn cứ.",
    "status.unknown": "Chưa xác định được còn hiệu lực hay không.",
    "status.unknown_since": "Chưa xác định được còn hiệu lực hay không từ ngày {day}.",
    # pasting
    "paste.too_big": "Nội dung đã sao chép lớn quá {limit} triệu ký tự nên không dán được. Hãy sao chép từng phần.",
    "paste.too_many_rows": "Bảng đã sao chép có quá {limit} dòng nên không dán được. Hãy chọn đúng các dòng cần rồi sao chép lại.",
    "paste.long_cell": "Có ô dài quá {limit} ký tự nên không dán được. Hãy rút ngắn ô đó rồi sao chép lại.",
    "paste.nothing": "Không có chữ hoặc bảng nào để dán. Hãy sao chép lại từ Excel hoặc Word.",
    "paste.tcvn3": "Chữ sao chép dùng bảng mã TCVN3 (phông .VnTime) đã được đổi sang Unicode. Hãy đọc lại trước khi dùng.",
    "paste.tcvn3_doubt": "Chữ sao chép hình như dùng bảng mã TCVN3 (phông .VnTime) nên có thể sai dấu. Hãy đổi sang Unicode rồi dán lại.",
    "paste.vni": "Chữ sao chép hình như dùng bảng mã VNI nên có thể sai dấu. Hãy đổi sang Unicode rồi dán lại.",
    "paste.no_column": "{count} ô nằm ở cột không có trong phụ lục nên không dán. Hãy chọn cột cho các ô đó nếu cần.",
    # plans
    "plan.missing": "Không có kế hoạch số {id} trong sổ. Hãy xem danh sách kế hoạch.",
    "plan.frozen": "Kế hoạch đã ban hành nên không sửa được. Hãy lập bản mới thay thế; bản đã ký vẫn được giữ.",
    "plan.wrong_state": "Kế hoạch không ở bước phù hợp để làm việc này. Hãy xem dòng trạng thái của kế hoạch.",
    "plan.has_newer": "Kế hoạch này đã có bản mới. Hãy mở bản mới để sửa.",
    "issue.wrong_number": "Số “{number}” không hợp lệ. Hãy ghi số của văn bản, ví dụ 24.",
    "issue.wrong_date": "Chưa có ngày ban hành. Hãy ghi ngày ký, ví dụ 05/01/2027.",
    "issue.number_taken": "Số {number} đã dùng trong năm cho “{title}”. Mỗi số chỉ dùng một lần trong năm (Nghị định 30/2020/NĐ-CP, Điều 15).",
    "scan.not_pdf": "Tệp {path} không phải PDF. Hãy quét bản đã ký thành PDF rồi đính kèm.",
    "scan.too_big": "Tệp {path} lớn quá 50 MB. Hãy quét lại ở 200 dpi.",
    "scan.damaged": "Tệp đính kèm “{name}” trong sổ đã khác so với lúc đính kèm. Hãy lấy lại từ bản sao lưu.",
    "export.unknown_format": "Không xuất được dạng “{suffix}”. Chỉ nhận: {known}.",
    # names of undo steps
    "label.office.edit": "Sửa thông tin cơ quan",
    "label.sample": "Tạo dữ liệu mẫu",
    "label.plan.new": "Lập kế hoạch năm {year}",
    "label.plan.import": "Đưa kế hoạch năm {year} vào sổ",
    "label.plan.delete": "Xóa kế hoạch năm {year}",
    "label.plan.edit": "Sửa {fields}",
    "label.plan.submit": "Trình ký kế hoạch năm {year}",
    "label.plan.withdraw": "Đưa kế hoạch năm {year} về dự thảo",
    "label.plan.issue": "Ghi số, ngày ban hành kế hoạch năm {year}",
    "label.plan.new_version": "Lập bản {version} của kế hoạch năm {year}",
    "label.wizard.finish": "Soạn xong kế hoạch năm {year}",
    "label.basis.add": "Thêm căn cứ {name}",
    "label.basis.edit": "Sửa căn cứ {name}",
    "label.basis.remove": "Xóa {count} căn cứ",
    "label.basis.move": "Chuyển chỗ căn cứ {name}",
    "label.basis.order": "Sắp xếp căn cứ",
    "label.section.add": "Thêm mục",
    "label.section.edit": "Sửa mục {heading}",
    "label.section.remove": "Xóa mục {heading}",
    "label.section.move": "Chuyển chỗ mục {heading}",
    "label.section.template": "Dùng mẫu cho các mục",
    "label.group.add": "Thêm nhóm nhiệm vụ",
    "label.group.edit": "Sửa nhóm {title}",
    "label.group.move": "Chuyển chỗ nhóm {title}",
    "label.task.add": "Thêm {count} nhiệm vụ",
    "label.task.edit": "Sửa nhiệm vụ {no}",
    "label.task.edit_many": "Sửa {count} nhiệm vụ",
    "label.task.paste": "Dán vào {count} dòng",
    "label.task.clear": "Xóa chữ ở {count} dòng",
    "label.task.remove": "Xóa {count} dòng",
    "label.task.move": "Chuyển chỗ {count} nhiệm vụ",
    "label.task.library": "Thêm {count} nhiệm vụ từ thư viện",
    "label.task.indent": "Lùi {count} nhiệm vụ xuống một cấp",
    "label.task.outdent": "Đưa {count} nhiệm vụ lên một cấp",
    "label.unit.add": "Thêm đơn vị {name} vào danh sách",
    "label.task.fill_down": "Điền xuống {count} dòng",
    "label.task.fill_right": "Điền sang phải ở {count} dòng",
    "label.task.merge": "Gộp ô của {count} nhiệm vụ",
    "label.task.unmerge": "Tách ô của {count} nhiệm vụ",
    "label.task.replace": "Thay {count} chỗ",
    "label.task.put_back": "Trả nhiệm vụ {no} về như trước",
    "label.progress.state": "Đổi tình trạng nhiệm vụ {no}",
    "label.progress.states": "Đổi tình trạng {count} nhiệm vụ",
    "label.progress.note": "Ghi chú nhiệm vụ {no}",
    "label.evidence.add": "Thêm minh chứng cho nhiệm vụ {no}",
    "label.evidence.edit": "Sửa minh chứng của nhiệm vụ {no}",
    "label.evidence.remove": "Bỏ minh chứng của nhiệm vụ {no}",
    "label.undo": "Hoàn tác",
    "label.redo": "Làm lại",
    "label.attachment.add": "Đính kèm {name}",
    "label.attachment.remove": "Bỏ tệp đính kèm {name}",
    # what a step did to one row, in its history
    "moment.progress.state": "Đổi tình trạng",
    "moment.progress.states": "Đổi tình trạng",
    "moment.progress.note": "Sửa ghi chú",
    "moment.evidence.add": "Thêm minh chứng",
    "moment.evidence.edit": "Sửa minh chứng",
    "moment.evidence.remove": "Bỏ minh chứng",
    "moment.task.paste": "Dán",
    "moment.task.replace": "Tìm và thay",
    "moment.task.put_back": "Trả về như trước",
    "moment.undo": "Hoàn tác",
    "moment.redo": "Làm lại",
    "moment.other": "Sửa nhiệm vụ",
    # what is missing or doubtful in a plan
    "review.agency": "Chưa khai báo tên cơ quan ban hành.",
    "review.place": "Chưa có địa danh để ghi trước ngày, tháng.",
    "review.title": "Chưa có trích yếu.",
    "review.title_year": "Trích yếu ghi năm {found} nhưng kế hoạch là của năm {year}.",
    "review.text_year": "Mục “{heading}” còn nhắc “năm {found}” trong khi kế hoạch là của năm {year}. Hãy xem có sót từ năm trước không.",
    "review.period": "Kỳ kế hoạch chưa đủ ngày đầu và ngày cuối.",
    "review.period_order": "Ngày cuối kỳ đứng trước ngày đầu kỳ.",
    "review.intro": "Chưa có lời dẫn trước mục I.",
    "review.no_bases": "Chưa có căn cứ nào.",
    "review.basis_empty": "Căn cứ thứ {no} chưa đủ nội dung: cần loại, số, ngày, cơ quan và trích yếu.",
    "review.basis_twice": "Căn cứ {number} được ghi hai lần.",
    "review.basis_status": "{name}: {status}",
    "review.no_sections": "Chưa có mục nào ở bước {name}.",
    "review.section_empty": "Mục “{heading}” chưa có nội dung.",
    "review.section_unnamed": "Có mục chưa có tiêu đề và chưa có nội dung.",
    "review.no_tasks_place": "Chưa chọn mục để in bảng nhiệm vụ.",
    "review.no_tasks": "Chưa có nhiệm vụ nào.",
    "review.group_empty": "Nhóm {no} chưa có nhiệm vụ.",
    "review.group_unnamed": "Nhóm {no} chưa có tên.",
    "review.task_content": "Nhiệm vụ {no} chưa có nội dung.",
    "review.task_lead": "Nhiệm vụ {no} chưa có đơn vị chủ trì.",
    "review.task_deadline": "Nhiệm vụ {no} chưa có thời hạn.",
    "review.task_twice": "Nhiệm vụ {no} trùng nội dung với nhiệm vụ {first}.",
    "review.task_both": "Nhiệm vụ {no}: {unit} vừa chủ trì vừa phối hợp.",
    "review.appendix_title": "Chưa có tên phụ lục.",
    "review.recipients": "Chưa có nơi nhận.",
    "review.no_archive": "Nơi nhận chưa có dòng “Lưu: VT, …” (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9).",
    "review.signature": "Chưa có chức vụ người ký.",
    "review.signer": "Chưa có họ tên người ký.",
    "review.font": "Ký tự “{char}” không in được vì phông chữ không có.",
    # deadlines
    "deadline.year": "Năm “{value}” không hợp lệ. Hãy ghi năm từ 1990 đến 2100.",
    "deadline.period": "Kỳ kế hoạch “{value}” không hợp lệ. Hãy ghi ngày đầu và ngày cuối, ví dụ 2027-01-01 2027-12-31.",
    "deadline.not_utf8": "Đầu vào không phải văn bản UTF-8 nên không đọc được.",
    "deadline.not_json": "Dòng {line} của đầu vào không đúng dạng JSON. Chưa đọc thời hạn nào.",
    "deadline.no_phrase": "Dòng {line} của đầu vào thiếu trường “phrase”. Chưa đọc thời hạn nào.",
    "deadline.line_year": "Dòng {line} của đầu vào: trường “year” phải là năm từ 1990 đến 2100. Chưa đọc thời hạn nào.",
    "deadline.line_period": "Dòng {line} của đầu vào: trường “period” phải gồm ngày đầu và ngày cuối, dạng năm-tháng-ngày. Chưa đọc thời hạn nào.",
    # command line
    "usage.missing": "{command}: còn thiếu {value}. Gõ “{command} --help” để xem cách dùng.",
    "usage.choice": "{command}: “{name}” không nhận {value}. Gõ “{command} --help” để xem các lựa chọn.",
    "usage.value": "{command}: “{name}” không nhận {value}.",
    "usage.expected": "{command}: “{name}” cần kèm một giá trị.",
    "usage.unknown": "{command}: không hiểu {value}. Gõ “{command} --help” để xem cách dùng.",
    "usage.other": "{command}: dòng lệnh không đúng. Gõ “{command} --help” để xem cách dùng.",
    "qt.missing": "Máy này chưa cài phần cửa sổ (gói PySide6_Essentials). Các lệnh không mở cửa sổ vẫn dùng được.",
    "qt.no_display": "Không có màn hình để mở cửa sổ. Gõ “kh-desktop --help” để xem các lệnh không cần cửa sổ.",
    "demo.exists": "Thư mục đã có sổ mẫu: {path}. Hãy chọn thư mục khác hoặc xóa sổ mẫu cũ.",
    "import.wrong_kind": "Chưa đọc được loại tệp này: {path}. Hiện chỉ đọc tệp .json do chương trình xuất ra.",
    "workspace.missing": "Chưa có sổ kế hoạch tại {path}. Hãy kiểm tra lại đường dẫn, hoặc mở chương trình để lập sổ mới.",
}


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence before it is put into a language: its code and what fills it, which may be sentences again. ``str`` is Vietnamese."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return text(self.code, **self.params)


def said(code: str, **params: object) -> Said:
    """A sentence to be said in the language of the reader."""
    return Said(code, params)


def text(code: str, **params: object) -> str:
    """The Vietnamese sentence for ``code`` with its parameters filled in; an unknown code is a bug (KeyError)."""
    return MESSAGES[code].format(**params)


def error_text(error: KhError) -> str:
    """The sentence for an expected failure."""
    return text(error.code, **error.params)
