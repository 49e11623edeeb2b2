<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="vi_VN">
 <context>
  <name>KH</name>
  <message>
   <source>&amp;Tệp</source>
   <translation>&amp;File</translation>
  </message>
  <message>
   <source>&amp;Sửa</source>
   <translation>&amp;Edit</translation>
  </message>
  <message>
   <source>&amp;Kế hoạch</source>
   <translation>&amp;Plan</translation>
  </message>
  <message>
   <source>&amp;Xem</source>
   <translation>&amp;View</translation>
  </message>
  <message>
   <source>Trợ &amp;giúp</source>
   <translation>&amp;Help</translation>
  </message>
  <message>
   <source>Soạn kế hoạch mới</source>
   <translation>Write a new plan</translation>
  </message>
  <message>
   <source>Kế hoạch của năm tới, từ mẫu có sẵn</source>
   <translation>The plan of the coming year, from ready-made texts</translation>
  </message>
  <message>
   <source>Mở kế hoạch có sẵn (Word, PDF, Excel)…</source>
   <translation>Open an existing plan (Word, PDF, Excel)…</translation>
  </message>
  <message>
   <source>Đọc kế hoạch đã ban hành vào sổ</source>
   <translation>Read an issued plan into the workspace</translation>
  </message>
  <message>
   <source>Dán kế hoạch</source>
   <translation>Paste a plan</translation>
  </message>
  <message>
   <source>Đọc kế hoạch vừa sao chép ở Word, trang web</source>
   <translation>Read the plan just copied from Word or a web page</translation>
  </message>
  <message>
   <source>Mở sổ khác…</source>
   <translation>Other workspace…</translation>
  </message>
  <message>
   <source>Mở sổ kế hoạch ở nơi khác</source>
   <translation>Open a workspace that is somewhere else</translation>
  </message>
  <message>
   <source>Chuyển sổ sang nơi khác…</source>
   <translation>Move the workspace…</translation>
  </message>
  <message>
   <source>Sang thư mục, ổ đĩa khác; tệp cũ được giữ lại</source>
   <translation>To another folder or disk; the old file is kept</translation>
  </message>
  <message>
   <source>Lưu</source>
   <translation>Save</translation>
  </message>
  <message>
   <source>Mọi thứ được lưu ngay khi gõ xong một ô</source>
   <translation>Everything is stored as soon as a cell has been typed</translation>
  </message>
  <message>
   <source>Xem và in…</source>
   <translation>View and print…</translation>
  </message>
  <message>
   <source>Xem từng trang như khi in</source>
   <translation>See each page as it will be printed</translation>
  </message>
  <message>
   <source>Xuất PDF…</source>
   <translation>Export PDF…</translation>
  </message>
  <message>
   <source>Tệp để ký, để gửi</source>
   <translation>The file to sign and to send</translation>
  </message>
  <message>
   <source>Xuất Word…</source>
   <translation>Export Word…</translation>
  </message>
  <message>
   <source>Tệp để sửa tiếp bằng Word</source>
   <translation>The file to work on in Word</translation>
  </message>
  <message>
   <source>Xuất Excel…</source>
   <translation>Export Excel…</translation>
  </message>
  <message>
   <source>Phụ lục</source>
   <translation>Appendix</translation>
  </message>
  <message>
   <source>Sao lưu ngay</source>
   <translation>Back up now</translation>
  </message>
  <message>
   <source>Cất một bản sao của sổ</source>
   <translation>Keep a copy of the workspace</translation>
  </message>
  <message>
   <source>Thoát</source>
   <translation>Quit</translation>
  </message>
  <message>
   <source>Mọi thứ đã được lưu sẵn</source>
   <translation>Everything is stored already</translation>
  </message>
  <message>
   <source>Hoàn tác</source>
   <translation>Undo</translation>
  </message>
  <message>
   <source>Trở lại trước việc vừa làm</source>
   <translation>Back to before the last thing done</translation>
  </message>
  <message>
   <source>Làm lại</source>
   <translation>Redo</translation>
  </message>
  <message>
   <source>Làm lại việc vừa hoàn tác</source>
   <translation>Do again what was undone</translation>
  </message>
  <message>
   <source>Cắt</source>
   <translation>Cut</translation>
  </message>
  <message>
   <source>Chữ hoặc ô đang chọn</source>
   <translation>The selected text or cells</translation>
  </message>
  <message>
   <source>Chép</source>
   <translation>Copy</translation>
  </message>
  <message>
   <source>Dán</source>
   <translation>Paste</translation>
  </message>
  <message>
   <source>Vào chỗ con trỏ hoặc từ ô đang chọn</source>
   <translation>At the cursor or from the selected cell on</translation>
  </message>
  <message>
   <source>Tìm trong bảng…</source>
   <translation>Find in the table…</translation>
  </message>
  <message>
   <source>Chữ trong bảng nhiệm vụ</source>
   <translation>Text in the task table</translation>
  </message>
  <message>
   <source>Tìm và thay…</source>
   <translation>Find and replace…</translation>
  </message>
  <message>
   <source>Thay chữ trong bảng nhiệm vụ</source>
   <translation>Replace text in the task table</translation>
  </message>
  <message>
   <source>Tìm mọi thứ…</source>
   <translation>Search everything…</translation>
  </message>
  <message>
   <source>Kế hoạch, mục, nhiệm vụ, việc làm được</source>
   <translation>Plans, sections, tasks, things to do</translation>
  </message>
  <message>
   <source>Trình ký…</source>
   <translation>Submit for signature…</translation>
  </message>
  <message>
   <source>Dự thảo đã xong, trình người ký</source>
   <translation>The draft is ready, hand it to the one who signs</translation>
  </message>
  <message>
   <source>Rút về dự thảo</source>
   <translation>Take back to draft</translation>
  </message>
  <message>
   <source>Để sửa tiếp</source>
   <translation>To go on editing</translation>
  </message>
  <message>
   <source>Ghi số, ngày ban hành…</source>
   <translation>Enter number and day of issue…</translation>
  </message>
  <message>
   <source>Kế hoạch đã được ký</source>
   <translation>The plan has been signed</translation>
  </message>
  <message>
   <source>Bản đã ký, tệp gốc…</source>
   <translation>Signed copy, original file…</translation>
  </message>
  <message>
   <source>Gắn, mở bản quét; mở tệp gốc đã đọc vào sổ</source>
   <translation>Attach or open the scan; open the file the plan was read from</translation>
  </message>
  <message>
   <source>Lập bản sửa đổi…</source>
   <translation>Make a revised version…</translation>
  </message>
  <message>
   <source>Kế hoạch đã ban hành cần sửa</source>
   <translation>An issued plan needs a change</translation>
  </message>
  <message>
   <source>Lập kế hoạch năm sau…</source>
   <translation>Make next year's plan…</translation>
  </message>
  <message>
   <source>Đổi năm, thay căn cứ, xem từng chỗ</source>
   <translation>Change years and legal bases, look at each place</translation>
  </message>
  <message>
   <source>Quá trình…</source>
   <translation>History…</translation>
  </message>
  <message>
   <source>Ai đã làm gì, lúc nào</source>
   <translation>Who did what, and when</translation>
  </message>
  <message>
   <source>Xóa kế hoạch…</source>
   <translation>Delete plan…</translation>
  </message>
  <message>
   <source>Hoàn tác được</source>
   <translation>Can be undone</translation>
  </message>
  <message>
   <source>Tổng quan</source>
   <translation>Overview</translation>
  </message>
  <message>
   <source>Việc cần làm</source>
   <translation>What there is to do</translation>
  </message>
  <message>
   <source>Kế hoạch</source>
   <translation>Plans</translation>
  </message>
  <message>
   <source>Soạn kế hoạch, danh sách kế hoạch</source>
   <translation>Write plans, list of plans</translation>
  </message>
  <message>
   <source>Bảng nhiệm vụ</source>
   <translation>Table of tasks</translation>
  </message>
  <message>
   <source>Lịch</source>
   <translation>Calendar</translation>
  </message>
  <message>
   <source>Việc đến hạn theo tháng, quý, năm</source>
   <translation>What is due, by month, quarter and year</translation>
  </message>
  <message>
   <source>Chỉ tiêu</source>
   <translation>Indicators</translation>
  </message>
  <message>
   <source>Chỉ tiêu, số liệu, việc trễ, tiến độ các đơn vị</source>
   <translation>Indicators, figures, late tasks, progress of the units</translation>
  </message>
  <message>
   <source>Báo cáo</source>
   <translation>Reports</translation>
  </message>
  <message>
   <source>Số liệu của kỳ, biểu II.06a, báo cáo</source>
   <translation>Figures of the period, form II.06a, the report</translation>
  </message>
  <message>
   <source>Cài đặt</source>
   <translation>Settings</translation>
  </message>
  <message>
   <source>Cơ quan, giao diện, sao lưu</source>
   <translation>Office, look, backups</translation>
  </message>
  <message>
   <source>Trang trước</source>
   <translation>Page before</translation>
  </message>
  <message>
   <source>Trở lại trang vừa xem</source>
   <translation>Back to the page seen last</translation>
  </message>
  <message>
   <source>Hướng dẫn</source>
   <translation>Help</translation>
  </message>
  <message>
   <source>Về chỗ đang làm</source>
   <translation>About where you are</translation>
  </message>
  <message>
   <source>Bảng phím tắt</source>
   <translation>Keyboard shortcuts</translation>
  </message>
  <message>
   <source>In ra để cạnh máy</source>
   <translation>To print and keep by the computer</translation>
  </message>
  <message>
   <source>Giới thiệu</source>
   <translation>About</translation>
  </message>
  <message>
   <source>Phiên bản, giấy phép</source>
   <translation>Version, licences</translation>
  </message>
  <message>
   <source>{path}
Sổ đang mở được lưu và đóng lại trước; mở lại lúc nào cũng được.</source>
   <translation>{path}
The open workspace is stored and closed first; it can be opened again at any time.</translation>
  </message>
  <message>
   <source>Nơi mới: {path}
Chương trình chép sổ, so lại với sổ cũ, rồi mở sổ ở nơi mới và nhớ nơi ấy. Tệp cũ được giữ lại cùng các bản sao lưu trước đây; bản sao lưu mới nằm cạnh sổ ở nơi mới.</source>
   <translation>New place: {path}
The workspace is copied and compared with the old one, then opened in the new place, which is remembered. The old file is kept with the backups made so far; new backups lie beside the workspace in the new place.</translation>
  </message>
  <message>
   <source>Mở sổ kế hoạch</source>
   <translation>Open a workspace</translation>
  </message>
  <message>
   <source>Tạo sổ mới</source>
   <translation>New workspace</translation>
  </message>
  <message>
   <source>Mở sổ “{name}”?</source>
   <translation>Open the workspace “{name}”?</translation>
  </message>
  <message>
   <source>Mở sổ này</source>
   <translation>Open this workspace</translation>
  </message>
  <message>
   <source>Chọn thư mục sẽ chứa sổ kế hoạch</source>
   <translation>Choose the folder for the workspace</translation>
  </message>
  <message>
   <source>Chuyển sổ kế hoạch?</source>
   <translation>Move the workspace?</translation>
  </message>
  <message>
   <source>Chuyển sổ</source>
   <translation>Move the workspace</translation>
  </message>
  <message>
   <source>Lần trước chương trình dừng đột ngột. Những gì đã lưu vẫn còn nguyên trong sổ.</source>
   <translation>The program stopped suddenly last time. Everything that was stored is still in the workspace.</translation>
  </message>
  <message>
   <source>Sổ kế hoạch</source>
   <translation>Workspace</translation>
  </message>
  <message>
   <source>Có người mở sổ: {path}</source>
   <translation>Asked to open the workspace: {path}</translation>
  </message>
  <message>
   <source>Ở lại sổ đang mở</source>
   <translation>Stay in the open workspace</translation>
  </message>
  <message>
   <source>Sổ đã ở nơi mới. Tệp cũ được giữ lại, không xóa: {path}</source>
   <translation>The workspace is in its new place. The old file is kept, not deleted: {path}</translation>
  </message>
  <message>
   <source>Sổ kế hoạch mới</source>
   <translation>New workspace</translation>
  </message>
  <message>
   <source>Mở thư mục cũ</source>
   <translation>Open the old folder</translation>
  </message>
  <message>
   <source>Hạn</source>
   <translation>Due</translation>
  </message>
  <message>
   <source>Tình trạng</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Số, nhiệm vụ</source>
   <translation>Number, task</translation>
  </message>
  <message>
   <source>Chủ trì</source>
   <translation>In charge</translation>
  </message>
  <message>
   <source>Thời hạn ghi trong kế hoạch</source>
   <translation>Deadline as printed</translation>
  </message>
  <message>
   <source>Tháng</source>
   <translation>Month</translation>
  </message>
  <message>
   <source>Quý</source>
   <translation>Quarter</translation>
  </message>
  <message>
   <source>Năm</source>
   <translation>Year</translation>
  </message>
  <message>
   <source>Danh sách</source>
   <translation>List</translation>
  </message>
  <message>
   <source>Tháng {month}/{year}</source>
   <translation>{month}/{year}</translation>
  </message>
  <message>
   <source>Xem và in lịch tháng…</source>
   <translation>Preview and print the month…</translation>
  </message>
  <message>
   <source>Xem và in danh sách…</source>
   <translation>Preview and print the list…</translation>
  </message>
  <message>
   <source>Lưu lịch tháng thành PDF…</source>
   <translation>Save the month as PDF…</translation>
  </message>
  <message>
   <source>Lưu danh sách thành PDF…</source>
   <translation>Save the list as PDF…</translation>
  </message>
  <message>
   <source>Lưu lịch tháng thành Excel…</source>
   <translation>Save the month as Excel…</translation>
  </message>
  <message>
   <source>Lưu danh sách thành Excel…</source>
   <translation>Save the list as Excel…</translation>
  </message>
  <message>
   <source>Lưu tệp lịch cho Outlook, Thunderbird…</source>
   <translation>Save a calendar file for Outlook, Thunderbird…</translation>
  </message>
  <message>
   <source>Quý {quarter}/{year}</source>
   <translation>Quarter {quarter}/{year}</translation>
  </message>
  <message>
   <source>Năm {year}</source>
   <translation>Year {year}</translation>
  </message>
  <message>
   <source>Hôm nay</source>
   <translation>Today</translation>
  </message>
  <message>
   <source>In, lưu lịch</source>
   <translation>Print or save the calendar</translation>
  </message>
  <message>
   <source>Phần chi tiết bên cạnh</source>
   <translation>Details beside</translation>
  </message>
  <message>
   <source>Bỏ lọc</source>
   <translation>Clear filter</translation>
  </message>
  <message>
   <source>Ngày âm lịch</source>
   <translation>Lunar days</translation>
  </message>
  <message>
   <source>Ghi ngày âm lịch trong lịch tháng</source>
   <translation>Show lunar days in the month</translation>
  </message>
  <message>
   <source>Trước</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Sau</source>
   <translation>Forward</translation>
  </message>
  <message>
   <source>Đơn vị chủ trì</source>
   <translation>Lead unit</translation>
  </message>
  <message>
   <source>Mọi đơn vị</source>
   <translation>All units</translation>
  </message>
  <message>
   <source>Không có việc nào khớp với bộ lọc.</source>
   <translation>Nothing matches the filter.</translation>
  </message>
  <message>
   <source>Không có việc nào đang chờ làm.</source>
   <translation>Nothing is waiting to be done.</translation>
  </message>
  <message>
   <source>Việc cần chú ý</source>
   <translation>Needs attention</translation>
  </message>
  <message>
   <source>{count} việc</source>
   <translation>Tasks: {count}</translation>
  </message>
  <message>
   <source>Không có việc nào đến hạn ngày này.</source>
   <translation>Nothing is due on this day.</translation>
  </message>
  <message>
   <source>Đã gửi báo cáo</source>
   <translation>Report sent</translation>
  </message>
  <message>
   <source>Chỉ xem: {word}</source>
   <translation>Show only: {word}</translation>
  </message>
  <message>
   <source>Đã ghi “Đã gửi” cho {name}.</source>
   <translation>{name} is marked as sent.</translation>
  </message>
  <message>
   <source>{count} việc cùng hạn ngày {day}</source>
   <translation>{count} tasks are due on {day}</translation>
  </message>
  <message>
   <source>Chưa làm</source>
   <translation>Not begun</translation>
  </message>
  <message>
   <source>Đang làm</source>
   <translation>Under way</translation>
  </message>
  <message>
   <source>Hoàn thành</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>Không thực hiện</source>
   <translation>Not carried out</translation>
  </message>
  <message>
   <source>{count} minh chứng</source>
   <translation>{count} pieces of evidence</translation>
  </message>
  <message>
   <source>Chưa có minh chứng</source>
   <translation>No evidence yet</translation>
  </message>
  <message>
   <source>Tình trạng của nhiệm vụ</source>
   <translation>Status of the task</translation>
  </message>
  <message>
   <source>Mở trong phụ lục</source>
   <translation>Open in the appendix</translation>
  </message>
  <message>
   <source>Dời hạn…</source>
   <translation>Move…</translation>
  </message>
  <message>
   <source>Trả về ngày cũ</source>
   <translation>Put back</translation>
  </message>
  <message>
   <source>Chương trình hiểu là</source>
   <translation>Understood as</translation>
  </message>
  <message>
   <source>Đi từng ngày, từng tuần</source>
   <translation>By day, by week</translation>
  </message>
  <message>
   <source>Tháng, quý, năm trước và sau</source>
   <translation>Month, quarter or year before and after</translation>
  </message>
  <message>
   <source>Đầu tháng, cuối tháng</source>
   <translation>Begin and end of the month</translation>
  </message>
  <message>
   <source>Mở ngày hoặc việc đang chọn</source>
   <translation>Open the day or entry one is at</translation>
  </message>
  <message>
   <source>Dời hạn của việc đang chọn</source>
   <translation>Move the deadline one is at</translation>
  </message>
  <message>
   <source>Đóng, mở phần bên cạnh</source>
   <translation>Close or open the part beside</translation>
  </message>
  <message>
   <source>Quá hạn</source>
   <translation>Overdue</translation>
  </message>
  <message>
   <source>Tuần này</source>
   <translation>This week</translation>
  </message>
  <message>
   <source>Tháng này</source>
   <translation>This month</translation>
  </message>
  <message>
   <source>Sau nữa</source>
   <translation>Later</translation>
  </message>
  <message>
   <source>Sắp tới</source>
   <translation>Coming next</translation>
  </message>
  <message>
   <source>Đã xong, không thực hiện</source>
   <translation>Done or dropped</translation>
  </message>
  <message>
   <source>Chờ nơi khác hoặc chưa rõ thời hạn</source>
   <translation>Waiting for others, or no clear deadline</translation>
  </message>
  <message>
   <source>Thường xuyên</source>
   <translation>Ongoing</translation>
  </message>
  <message>
   <source>Và {count} việc nữa</source>
   <translation>And {count} more</translation>
  </message>
  <message>
   <source>Thứ Hai</source>
   <translation>Monday</translation>
  </message>
  <message>
   <source>Thứ Ba</source>
   <translation>Tuesday</translation>
  </message>
  <message>
   <source>Thứ Tư</source>
   <translation>Wednesday</translation>
  </message>
  <message>
   <source>Thứ Năm</source>
   <translation>Thursday</translation>
  </message>
  <message>
   <source>Thứ Sáu</source>
   <translation>Friday</translation>
  </message>
  <message>
   <source>Thứ Bảy</source>
   <translation>Saturday</translation>
  </message>
  <message>
   <source>Chủ nhật</source>
   <translation>Sunday</translation>
  </message>
  <message>
   <source>T2</source>
   <translation>Mo</translation>
  </message>
  <message>
   <source>T3</source>
   <translation>Tu</translation>
  </message>
  <message>
   <source>T4</source>
   <translation>We</translation>
  </message>
  <message>
   <source>T5</source>
   <translation>Th</translation>
  </message>
  <message>
   <source>T6</source>
   <translation>Fr</translation>
  </message>
  <message>
   <source>T7</source>
   <translation>Sa</translation>
  </message>
  <message>
   <source>CN</source>
   <translation>Su</translation>
  </message>
  <message>
   <source>Hết khoảng thời gian</source>
   <translation>End of a period</translation>
  </message>
  <message>
   <source>Định kỳ</source>
   <translation>Recurring</translation>
  </message>
  <message>
   <source>Xem lại việc thường xuyên</source>
   <translation>Look at ongoing work</translation>
  </message>
  <message>
   <source>Báo cáo của cơ quan</source>
   <translation>Reports of the office</translation>
  </message>
  <message>
   <source>Trễ</source>
   <translation>Late</translation>
  </message>
  <message>
   <source>Sắp đến hạn</source>
   <translation>Due soon</translation>
  </message>
  <message>
   <source>Chưa đến hạn</source>
   <translation>Not due yet</translation>
  </message>
  <message>
   <source>Chờ nơi khác</source>
   <translation>Waiting</translation>
  </message>
  <message>
   <source>Xong</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>Thiếu minh chứng</source>
   <translation>Evidence missing</translation>
  </message>
  <message>
   <source>+{count} nữa</source>
   <translation>+{count}</translation>
  </message>
  <message>
   <source>hôm nay</source>
   <translation>today</translation>
  </message>
  <message>
   <source>không có việc</source>
   <translation>nothing due</translation>
  </message>
  <message>
   <source>ngày nghỉ</source>
   <translation>day off</translation>
  </message>
  <message>
   <source>Dời hạn</source>
   <translation>Move the deadline</translation>
  </message>
  <message>
   <source>Ngày mới</source>
   <translation>New day</translation>
  </message>
  <message>
   <source>Lý do</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>Thôi</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>ví dụ: theo Công văn số 12/UBND-VP</source>
   <translation>for example: by letter 12/UBND-VP</translation>
  </message>
  <message>
   <source>Hạn hiện nay: {day}. Chữ in trong kế hoạch giữ nguyên; việc dời được ghi lại.</source>
   <translation>Due now: {day}. What is printed in the plan stays as it is; the move is written down.</translation>
  </message>
  <message>
   <source>Hãy ghi ngày mới dạng 05/01/2027.</source>
   <translation>Please give the new day as 05/01/2027.</translation>
  </message>
  <message>
   <source>Ngày mới trùng với hạn hiện nay.</source>
   <translation>The new day is the present one.</translation>
  </message>
  <message>
   <source>Hãy ghi lý do, một dòng là đủ.</source>
   <translation>Please give the reason; one line will do.</translation>
  </message>
  <message>
   <source>Đang theo dõi</source>
   <translation>Plans followed</translation>
  </message>
  <message>
   <source>Mới nhất</source>
   <translation>Newest</translation>
  </message>
  <message>
   <source>Lịch lấy thời hạn từ bảng nhiệm vụ của kế hoạch.</source>
   <translation>The calendar takes deadlines from the task table of the plan.</translation>
  </message>
  <message>
   <source>Đã dời hạn. Ctrl+Z để hoàn tác.</source>
   <translation>Moved. Ctrl+Z takes it back.</translation>
  </message>
  <message>
   <source>Đã trả về ngày cũ. Ctrl+Z để hoàn tác.</source>
   <translation>Put back. Ctrl+Z takes it back.</translation>
  </message>
  <message>
   <source>Ghi thời hạn cho các nhiệm vụ trong phụ lục, ví dụ “Quý II/2027”, rồi trở lại đây.</source>
   <translation>Write deadlines into the task table, for example “Quý II/2027”, then come back.</translation>
  </message>
  <message>
   <source>Đã ghi tình trạng. Ctrl+Z để hoàn tác.</source>
   <translation>Status written down. Ctrl+Z takes it back.</translation>
  </message>
  <message>
   <source>Chưa có kế hoạch nào</source>
   <translation>No plan yet</translation>
  </message>
  <message>
   <source>Mở phụ lục</source>
   <translation>Open the appendix</translation>
  </message>
  <message>
   <source>Chưa có nhiệm vụ nào có thời hạn</source>
   <translation>No task has a deadline yet</translation>
  </message>
  <message>
   <source>Xem các kế hoạch đang theo dõi</source>
   <translation>Show the plans that are followed</translation>
  </message>
  <message>
   <source>Tháng {month}: {count} việc</source>
   <translation>Month {month}, tasks: {count}</translation>
  </message>
  <message>
   <source>Việc trong quý</source>
   <translation>Tasks of the quarter</translation>
  </message>
  <message>
   <source>Đóng phần chi tiết</source>
   <translation>Close the details</translation>
  </message>
  <message>
   <source>Danh sách việc theo hạn</source>
   <translation>Tasks by deadline</translation>
  </message>
  <message>
   <source>Nhiệm vụ</source>
   <translation>Tasks</translation>
  </message>
  <message>
   <source>Th.{month}</source>
   <translation>{month}</translation>
  </message>
  <message>
   <source>Năm {year}, {count} nhiệm vụ</source>
   <translation>Year {year}, {count} tasks</translation>
  </message>
  <message>
   <source>Lịch tháng {month}/{year}</source>
   <translation>Calendar {month}/{year}</translation>
  </message>
  <message>
   <source>hằng tuần</source>
   <translation>every week</translation>
  </message>
  <message>
   <source>hằng tháng</source>
   <translation>every month</translation>
  </message>
  <message>
   <source>hằng quý</source>
   <translation>every quarter</translation>
  </message>
  <message>
   <source>mỗi 6 tháng</source>
   <translation>every half-year</translation>
  </message>
  <message>
   <source>hằng năm</source>
   <translation>every year</translation>
  </message>
  <message>
   <source>định kỳ</source>
   <translation>at intervals</translation>
  </message>
  <message>
   <source>chưa hiểu thời hạn này</source>
   <translation>not understood</translation>
  </message>
  <message>
   <source>đến hết {day}</source>
   <translation>by the end of {day}</translation>
  </message>
  <message>
   <source>{reading}, có thể khác tùy yêu cầu hoặc sự việc</source>
   <translation>{reading}, may differ on request or by an event</translation>
  </message>
  <message>
   <source>{reading} (có thể gõ nhầm chữ)</source>
   <translation>{reading} (perhaps mistyped)</translation>
  </message>
  <message>
   <source>chưa có ngày cụ thể, chờ sự việc hoặc cơ quan khác</source>
   <translation>no day yet, waiting for an event or another body</translation>
  </message>
  <message>
   <source>có ngày, tháng hoặc quý không tồn tại</source>
   <translation>names a day, month or quarter that does not exist</translation>
  </message>
  <message>
   <source>ngày {day}</source>
   <translation>day {day}</translation>
  </message>
  <message>
   <source>từ {start} đến {end}</source>
   <translation>from {start} to {end}</translation>
  </message>
  <message>
   <source>{count} mốc</source>
   <translation>{count} dates</translation>
  </message>
  <message>
   <source>từ {day}, không ghi ngày kết thúc</source>
   <translation>from {day}, no end given</translation>
  </message>
  <message>
   <source>thường xuyên</source>
   <translation>ongoing</translation>
  </message>
  <message>
   <source>ngày gần nhất có thật: {day}</source>
   <translation>nearest real day: {day}</translation>
  </message>
  <message>
   <source>KH Desktop {version}</source>
   <translation>KH Desktop {version}</translation>
  </message>
  <message>
   <source>Soạn, in và theo dõi kế hoạch kiểm soát thủ tục hành chính, thực hiện cơ chế một cửa của UBND cấp xã.</source>
   <translation>Write, print and follow the plans of commune People's Committees for controlling administrative procedures and running the one-stop mechanism.</translation>
  </message>
  <message>
   <source>Giấy phép của các thư viện</source>
   <translation>Licences of the libraries</translation>
  </message>
  <message>
   <source>Đóng</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Giấy phép MIT. Chương trình không nối mạng; mọi dữ liệu ở trong sổ kế hoạch trên máy này.</source>
   <translation>MIT licence. The program uses no network; all data is in the workspace on this computer.</translation>
  </message>
  <message>
   <source>Thư viện dùng trong chương trình (Qt {version}):</source>
   <translation>Libraries used in the program (Qt {version}):</translation>
  </message>
  <message>
   <source>Chương trình gặp lỗi ngoài dự kiến</source>
   <translation>The program met an unexpected fault</translation>
  </message>
  <message>
   <source>Những gì đã lưu vẫn còn nguyên trong sổ. Có thể làm tiếp; nếu lỗi lặp lại, hãy đóng chương trình rồi mở lại.</source>
   <translation>Everything that was stored is still in the workspace. You can go on; if the fault comes back, close the program and open it again.</translation>
  </message>
  <message>
   <source>Báo cáo lỗi</source>
   <translation>Fault report</translation>
  </message>
  <message>
   <source>Sao chép báo cáo</source>
   <translation>Copy the report</translation>
  </message>
  <message>
   <source>Mở thư mục báo cáo</source>
   <translation>Open the folder of reports</translation>
  </message>
  <message>
   <source>Làm tiếp</source>
   <translation>Go on</translation>
  </message>
  <message>
   <source>Đóng chương trình</source>
   <translation>Close the program</translation>
  </message>
  <message>
   <source>Đã ghi tệp</source>
   <translation>File written</translation>
  </message>
  <message>
   <source>Mở tệp</source>
   <translation>Open the file</translation>
  </message>
  <message>
   <source>Mở thư mục</source>
   <translation>Open the folder</translation>
  </message>
  <message>
   <source>Bắt đầu</source>
   <translation>Start</translation>
  </message>
  <message>
   <source>Cài đặt, sổ ở đâu</source>
   <translation>Settings, where the workspace is</translation>
  </message>
  <message>
   <source>Khai báo cơ quan</source>
   <translation>Enter the office</translation>
  </message>
  <message>
   <source>Mở kế hoạch có sẵn</source>
   <translation>Open an existing plan</translation>
  </message>
  <message>
   <source>Soạn kế hoạch</source>
   <translation>Writing a plan</translation>
  </message>
  <message>
   <source>Lập kế hoạch năm sau</source>
   <translation>Make next year's plan</translation>
  </message>
  <message>
   <source>Phụ lục nhiệm vụ</source>
   <translation>The table of tasks</translation>
  </message>
  <message>
   <source>Nhắc việc</source>
   <translation>Reminders</translation>
  </message>
  <message>
   <source>In, xuất tệp</source>
   <translation>Print and export</translation>
  </message>
  <message>
   <source>Trình ký, ban hành</source>
   <translation>Submit and issue</translation>
  </message>
  <message>
   <source>Sao lưu, phục hồi</source>
   <translation>Back up and restore</translation>
  </message>
  <message>
   <source>Gõ tiếng Việt, phím tắt</source>
   <translation>Typing Vietnamese, shortcuts</translation>
  </message>
  <message>
   <source>Các mục hướng dẫn</source>
   <translation>Help topics</translation>
  </message>
  <message>
   <source>Nội dung hướng dẫn</source>
   <translation>Help text</translation>
  </message>
  <message>
   <source>Các trang hướng dẫn chỉ có bằng tiếng Việt.</source>
   <translation>The help pages are in Vietnamese only.</translation>
  </message>
  <message>
   <source>Dự thảo</source>
   <translation>Draft</translation>
  </message>
  <message>
   <source>Đã trình</source>
   <translation>Submitted</translation>
  </message>
  <message>
   <source>Đã ban hành</source>
   <translation>Issued</translation>
  </message>
  <message>
   <source>Quá trình</source>
   <translation>History</translation>
  </message>
  <message>
   <source>Kế hoạch đang ở bước dự thảo, chưa trình lần nào.</source>
   <translation>The plan is a draft and has not been submitted yet.</translation>
  </message>
  <message>
   <source>Trình ký kế hoạch</source>
   <translation>Submit the plan for signature</translation>
  </message>
  <message>
   <source>Kế hoạch chuyển sang “Đã trình”. Cần sửa thêm thì rút về dự thảo bất cứ lúc nào.</source>
   <translation>The plan becomes “Submitted”. It can be taken back to draft at any time.</translation>
  </message>
  <message>
   <source>Trình ký</source>
   <translation>Submit for signature</translation>
  </message>
  <message>
   <source>Số</source>
   <translation>Number</translation>
  </message>
  <message>
   <source>Chỉ ghi phần số, ví dụ 24</source>
   <translation>Only the number itself, for example 24</translation>
  </message>
  <message>
   <source>Ngày ban hành</source>
   <translation>Day of issue</translation>
  </message>
  <message>
   <source>Ghi số, ngày ban hành</source>
   <translation>Enter number and day of issue</translation>
  </message>
  <message>
   <source>Ghi đúng như trên bản đã ký. Sau bước này kế hoạch không sửa được nữa; cần sửa thì lập bản sửa đổi.</source>
   <translation>Exactly as on the signed copy. After this step the plan can no longer be edited; for a change make a revised version.</translation>
  </message>
  <message>
   <source>Ban hành</source>
   <translation>Issue</translation>
  </message>
  <message>
   <source>Hãy ghi số của văn bản.</source>
   <translation>Enter the number of the document.</translation>
  </message>
  <message>
   <source>Hãy ghi ngày ban hành, dạng {day}.</source>
   <translation>Enter the day of issue, like {day}.</translation>
  </message>
  <message>
   <source>Số tiếp theo trong sổ: {number}. Ký hiệu: {code}</source>
   <translation>Next number in this workspace: {number}. Code: {code}</translation>
  </message>
  <message>
   <source>Còn {count} chỗ chưa đủ:</source>
   <translation>{count} places are not complete:</translation>
  </message>
  <message>
   <source>Trình</source>
   <translation>Submit to</translation>
  </message>
  <message>
   <source>Người nhận bản dự thảo, để trống cũng được</source>
   <translation>Who receives the draft; may be left empty</translation>
  </message>
  <message>
   <source>In bảng này…</source>
   <translation>Print this card…</translation>
  </message>
  <message>
   <source>KH Desktop: bảng phím tắt</source>
   <translation>KH Desktop: keyboard shortcuts</translation>
  </message>
  <message>
   <source>Phục hồi bản sao lưu</source>
   <translation>Restore a backup</translation>
  </message>
  <message>
   <source>Sổ trở về như lúc sao lưu. Sổ hiện nay không mất: nó được cất sang một tệp bên cạnh.</source>
   <translation>The workspace goes back to the time of the backup. The present one is not lost: it is kept in a file beside it.</translation>
  </message>
  <message>
   <source>Các bản sao lưu</source>
   <translation>Backups</translation>
  </message>
  <message>
   <source>Phục hồi bản này</source>
   <translation>Restore this backup</translation>
  </message>
  <message>
   <source>Bản đã ký, tệp gốc</source>
   <translation>Signed copy, original file</translation>
  </message>
  <message>
   <source>Tệp quét (PDF) của bản đã ký và tệp gốc đã đọc vào sổ. Mã kiểm tra cho biết tệp còn nguyên vẹn.</source>
   <translation>The scan (PDF) of the signed copy and the file the plan was read from. The checksum shows that a file is intact.</translation>
  </message>
  <message>
   <source>Gắn tệp…</source>
   <translation>Attach a file…</translation>
  </message>
  <message>
   <source>{size} · gắn lúc {day} · mã kiểm tra SHA-256 {sum}…</source>
   <translation>{size} · attached {day} · SHA-256 checksum {sum}…</translation>
  </message>
  <message>
   <source>Bản quét</source>
   <translation>Scan</translation>
  </message>
  <message>
   <source>Chọn bản quét</source>
   <translation>Choose a scan</translation>
  </message>
  <message>
   <source>Lưu bản sao</source>
   <translation>Save a copy</translation>
  </message>
  <message>
   <source>Gỡ tệp “{name}”?</source>
   <translation>Remove the file “{name}”?</translation>
  </message>
  <message>
   <source>Hoàn tác được bằng Ctrl+Z.</source>
   <translation>Can be undone with Ctrl+Z.</translation>
  </message>
  <message>
   <source>Gỡ tệp</source>
   <translation>Remove the file</translation>
  </message>
  <message>
   <source>Mở</source>
   <translation>Open</translation>
  </message>
  <message>
   <source>Lưu bản sao…</source>
   <translation>Save a copy…</translation>
  </message>
  <message>
   <source>Gỡ…</source>
   <translation>Remove…</translation>
  </message>
  <message>
   <source>Chưa có bản quét nào.</source>
   <translation>No scan yet.</translation>
  </message>
  <message>
   <source>Tệp gốc: {name}</source>
   <translation>Original file: {name}</translation>
  </message>
  <message>
   <source>Chương trình đang mở sổ này ở một cửa sổ khác trên máy này. Hãy quay lại cửa sổ đó, hoặc mở thêm ở đây chỉ để đọc. Dữ liệu trong sổ vẫn còn nguyên.</source>
   <translation>The program has this workspace open in another window on this computer. Go back to that window, or open it here for reading only. The data in the workspace is intact.</translation>
  </message>
  <message>
   <source>Chưa mở được sổ kế hoạch</source>
   <translation>The workspace could not be opened</translation>
  </message>
  <message>
   <source>Mở chỉ để đọc</source>
   <translation>Open read-only</translation>
  </message>
  <message>
   <source>Thử lại</source>
   <translation>Try again</translation>
  </message>
  <message>
   <source>Phục hồi bản sao lưu…</source>
   <translation>Restore a backup…</translation>
  </message>
  <message>
   <source>Mở sổ thường dùng</source>
   <translation>Open the usual workspace</translation>
  </message>
  <message>
   <source>Tạo sổ mới…</source>
   <translation>New workspace…</translation>
  </message>
  <message>
   <source>Đã ghi “Đã làm kỳ này” cho {name}.</source>
   <translation>{name}: this period is done.</translation>
  </message>
  <message>
   <source>Đã ghi “{state}” cho {name}.</source>
   <translation>{name} is now “{state}”.</translation>
  </message>
  <message>
   <source>Đã làm kỳ này</source>
   <translation>This period is done</translation>
  </message>
  <message>
   <source>Đã ghi “Đã gửi báo cáo” cho {name}.</source>
   <translation>{name}: report sent.</translation>
  </message>
  <message>
   <source>thứ Hai</source>
   <translation>Monday</translation>
  </message>
  <message>
   <source>thứ Ba</source>
   <translation>Tuesday</translation>
  </message>
  <message>
   <source>thứ Tư</source>
   <translation>Wednesday</translation>
  </message>
  <message>
   <source>thứ Năm</source>
   <translation>Thursday</translation>
  </message>
  <message>
   <source>thứ Sáu</source>
   <translation>Friday</translation>
  </message>
  <message>
   <source>thứ Bảy</source>
   <translation>Saturday</translation>
  </message>
  <message>
   <source>còn {days} ngày</source>
   <translation>in {days} days</translation>
  </message>
  <message>
   <source>{day} là {name}</source>
   <translation>{day} is {name}</translation>
  </message>
  <message>
   <source>Chưa hiểu thời hạn: {phrase}</source>
   <translation>Deadline not understood: {phrase}</translation>
  </message>
  <message>
   <source>Chờ</source>
   <translation>Waiting</translation>
  </message>
  <message>
   <source>quá hạn {days} ngày</source>
   <translation>{days} days overdue</translation>
  </message>
  <message>
   <source>Báo cáo quý {quarter}/{year}</source>
   <translation>Quarterly report {quarter}/{year}</translation>
  </message>
  <message>
   <source>Báo cáo 9 tháng đầu năm {year}</source>
   <translation>Report on the first 9 months of {year}</translation>
  </message>
  <message>
   <source>Báo cáo tháng {month}/{year}</source>
   <translation>Monthly report {month}/{year}</translation>
  </message>
  <message>
   <source>Báo cáo năm {year}</source>
   <translation>Yearly report {year}</translation>
  </message>
  <message>
   <source>Số liệu từ {start} đến {end}</source>
   <translation>Figures from {start} to {end}</translation>
  </message>
  <message>
   <source>chưa giao đơn vị</source>
   <translation>no unit in charge</translation>
  </message>
  <message>
   <source>kế hoạch chưa ban hành</source>
   <translation>plan not issued yet</translation>
  </message>
  <message>
   <source>thiếu minh chứng</source>
   <translation>evidence missing</translation>
  </message>
  <message>
   <source>{due}, tùy điều kiện</source>
   <translation>{due}, conditional</translation>
  </message>
  <message>
   <source>Ngày không có thật: {phrase}</source>
   <translation>No such day: {phrase}</translation>
  </message>
  <message>
   <source>ngày mai</source>
   <translation>tomorrow</translation>
  </message>
  <message>
   <source>Báo cáo 6 tháng đầu năm {year}</source>
   <translation>Half-year report 1/{year}</translation>
  </message>
  <message>
   <source>Báo cáo 6 tháng cuối năm {year}</source>
   <translation>Half-year report 2/{year}</translation>
  </message>
  <message>
   <source>Thời hạn ghi: {phrase}</source>
   <translation>Deadline as written: {phrase}</translation>
  </message>
  <message>
   <source>Đã dời từ {day}: {reason}</source>
   <translation>Moved from {day}: {reason}</translation>
  </message>
  <message>
   <source>Chưa định ngày: {phrase}</source>
   <translation>No day yet: {phrase}</translation>
  </message>
  <message>
   <source>Chưa ghi thời hạn</source>
   <translation>No deadline written</translation>
  </message>
  <message>
   <source>{problem}, có lẽ là {day}</source>
   <translation>{problem}, perhaps {day}</translation>
  </message>
  <message>
   <source>dự kiến</source>
   <translation>provisional</translation>
  </message>
  <message>
   <source>{reason}, tính ngày làm việc trước đó</source>
   <translation>{reason}; the working day before it counts</translation>
  </message>
  <message>
   <source>Không làm được ({code}). Dữ liệu trong sổ vẫn còn nguyên.</source>
   <translation>That did not work ({code}). The data in the workspace is intact.</translation>
  </message>
  <message>
   <source>Không làm được</source>
   <translation>That did not work</translation>
  </message>
  <message>
   <source>Tìm mọi thứ</source>
   <translation>Search everything</translation>
  </message>
  <message>
   <source>Kết quả tìm</source>
   <translation>Results</translation>
  </message>
  <message>
   <source>Gõ tên kế hoạch, mục, nhiệm vụ hoặc việc cần làm</source>
   <translation>Type the name of a plan, section, task or thing to do</translation>
  </message>
  <message>
   <source>↑ ↓ để chọn · Enter để mở · Esc để đóng</source>
   <translation>↑ ↓ to choose · Enter to open · Esc to close</translation>
  </message>
  <message>
   <source>Kế hoạch đang mở: {title}</source>
   <translation>Open plan: {title}</translation>
  </message>
  <message>
   <source>Kế hoạch đang ở bước</source>
   <translation>The plan stands at</translation>
  </message>
  <message>
   <source>Chọn kế hoạch</source>
   <translation>Choose a plan</translation>
  </message>
  <message>
   <source>Chưa có kế hoạch</source>
   <translation>No plan yet</translation>
  </message>
  <message>
   <source>Tất cả kế hoạch</source>
   <translation>All plans</translation>
  </message>
  <message>
   <source>Các trang</source>
   <translation>Pages</translation>
  </message>
  <message>
   <source>{count} dòng đang thu gọn</source>
   <translation>{count} rows folded</translation>
  </message>
  <message>
   <source>Thêm {name}</source>
   <translation>Add {name}</translation>
  </message>
  <message>
   <source>Thêm đơn vị</source>
   <translation>Add a unit</translation>
  </message>
  <message>
   <source>Chưa có trong danh mục đơn vị</source>
   <translation>Not in the unit book yet</translation>
  </message>
  <message>
   <source>Bỏ {unit}</source>
   <translation>Remove {unit}</translation>
  </message>
  <message>
   <source>Đã dán {count} dòng.</source>
   <translation>{count} rows pasted.</translation>
  </message>
  <message>
   <source>Đang ghi vào sổ</source>
   <translation>Writing to the workspace</translation>
  </message>
  <message>
   <source>Đang đọc nội dung đã chép</source>
   <translation>Reading what was copied</translation>
  </message>
  <message>
   <source>Dừng</source>
   <translation>Stop</translation>
  </message>
  <message>
   <source>Số thứ tự</source>
   <translation>Number</translation>
  </message>
  <message>
   <source>Nội dung nhiệm vụ</source>
   <translation>Content of the task</translation>
  </message>
  <message>
   <source>Đơn vị phối hợp</source>
   <translation>Coordinating units</translation>
  </message>
  <message>
   <source>Sản phẩm</source>
   <translation>Product</translation>
  </message>
  <message>
   <source>Thời hạn</source>
   <translation>Deadline</translation>
  </message>
  <message>
   <source>Cột của phụ lục</source>
   <translation>Columns of the appendix</translation>
  </message>
  <message>
   <source>Bộ cột có sẵn</source>
   <translation>Ready-made columns</translation>
  </message>
  <message>
   <source>Tên khi in của cột {name}</source>
   <translation>Printed name of column {name}</translation>
  </message>
  <message>
   <source>Tên chung ở trên của cột {name}</source>
   <translation>Common name above column {name}</translation>
  </message>
  <message>
   <source>Độ rộng của cột {name} (mm)</source>
   <translation>Width of column {name} (mm)</translation>
  </message>
  <message>
   <source>Chuyển cột {name} sang trái</source>
   <translation>Move column {name} left</translation>
  </message>
  <message>
   <source>Chuyển cột {name} sang phải</source>
   <translation>Move column {name} right</translation>
  </message>
  <message>
   <source>Dùng các cột này</source>
   <translation>Use these columns</translation>
  </message>
  <message>
   <source>Cột của bảng nhiệm vụ</source>
   <translation>Columns of the task table</translation>
  </message>
  <message>
   <source>Hai cột liền nhau có cùng tên chung thì in chung một ô tiêu đề ở trên.</source>
   <translation>Two neighbouring columns with the same common name share one header cell above them.</translation>
  </message>
  <message>
   <source>Bỏ một cột không làm mất nội dung đã nhập.</source>
   <translation>Leaving out a column does not lose what was entered in it.</translation>
  </message>
  <message>
   <source>Cột</source>
   <translation>Column</translation>
  </message>
  <message>
   <source>Tên khi in</source>
   <translation>Printed name</translation>
  </message>
  <message>
   <source>Tên chung ở trên</source>
   <translation>Common name above</translation>
  </message>
  <message>
   <source>Rộng (mm)</source>
   <translation>Width (mm)</translation>
  </message>
  <message>
   <source>(đang dùng)</source>
   <translation>(in use)</translation>
  </message>
  <message>
   <source>Sửa hoặc giải thích thời hạn</source>
   <translation>Mend or explain the deadline</translation>
  </message>
  <message>
   <source>Soạn thời hạn</source>
   <translation>Compose a deadline</translation>
  </message>
  <message>
   <source>Hiện cách hiểu thời hạn</source>
   <translation>Show how deadlines are understood</translation>
  </message>
  <message>
   <source>Dòng chữ nhỏ dưới thời hạn, chỉ hiện trên màn hình, không in</source>
   <translation>The small line under a deadline; on the screen only, not printed</translation>
  </message>
  <message>
   <source>Đã ghi lời giải thích; chữ in giữ nguyên.</source>
   <translation>Explanation stored; the printed words stay as they are.</translation>
  </message>
  <message>
   <source>Đã bỏ lời giải thích.</source>
   <translation>Explanation dropped.</translation>
  </message>
  <message>
   <source>Hãy chọn một nhiệm vụ có thời hạn.</source>
   <translation>Choose a task with a deadline.</translation>
  </message>
  <message>
   <source>Sửa thành {right}</source>
   <translation>Change to {right}</translation>
  </message>
  <message>
   <source>Sửa lời giải thích thời hạn</source>
   <translation>Edit the explanation of the deadline</translation>
  </message>
  <message>
   <source>Thời hạn này nghĩa là…</source>
   <translation>This deadline means…</translation>
  </message>
  <message>
   <source>Bỏ giải thích</source>
   <translation>Drop the explanation</translation>
  </message>
  <message>
   <source>Đã sửa {wrong} thành {right}.</source>
   <translation>{wrong} changed to {right}.</translation>
  </message>
  <message>
   <source>Đã ghi thời hạn “{phrase}”.</source>
   <translation>Deadline “{phrase}” entered.</translation>
  </message>
  <message>
   <source>Trước …</source>
   <translation>Before …</translation>
  </message>
  <message>
   <source>Chậm nhất, đến hết …</source>
   <translation>By the end of …</translation>
  </message>
  <message>
   <source>Trong tháng, quý, năm</source>
   <translation>Within a month, quarter, year</translation>
  </message>
  <message>
   <source>Từ … đến …</source>
   <translation>From … to …</translation>
  </message>
  <message>
   <source>Chưa có ngày, chờ nơi khác</source>
   <translation>No day yet, waiting for others</translation>
  </message>
  <message>
   <source>6 tháng một lần</source>
   <translation>every half-year</translation>
  </message>
  <message>
   <source>Chưa có cách ghi mà chương trình đọc lại đúng như đã chọn.</source>
   <translation>There is no wording the program would read back exactly as chosen.</translation>
  </message>
  <message>
   <source>Hãy chọn ngày.</source>
   <translation>Choose the day.</translation>
  </message>
  <message>
   <source>Phần đầu phải trước phần cuối.</source>
   <translation>The beginning must come before the end.</translation>
  </message>
  <message>
   <source>Chọn từng phần; thời hạn ghi vào ô đúng như dưới đây.</source>
   <translation>Choose part by part; the deadline goes into the cell exactly as below.</translation>
  </message>
  <message>
   <source>Loại thời hạn</source>
   <translation>Kind of deadline</translation>
  </message>
  <message>
   <source>Thời gian</source>
   <translation>Time</translation>
  </message>
  <message>
   <source>Đến</source>
   <translation>To</translation>
  </message>
  <message>
   <source>Bao lâu một lần</source>
   <translation>How often</translation>
  </message>
  <message>
   <source>Hạn trong kỳ</source>
   <translation>Due within the period</translation>
  </message>
  <message>
   <source>Ngày</source>
   <translation>Day</translation>
  </message>
  <message>
   <source>Chờ việc gì</source>
   <translation>What it waits for</translation>
  </message>
  <message>
   <source>hoặc theo yêu cầu</source>
   <translation>or on request</translation>
  </message>
  <message>
   <source>Ghi vào ô</source>
   <translation>Write into the cell</translation>
  </message>
  <message>
   <source>Loại</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Bao lâu</source>
   <translation>How often</translation>
  </message>
  <message>
   <source>Hiểu là: {reading}</source>
   <translation>Understood as: {reading}</translation>
  </message>
  <message>
   <source>không ghi ngày</source>
   <translation>no day given</translation>
  </message>
  <message>
   <source>chậm nhất</source>
   <translation>by</translation>
  </message>
  <message>
   <source>trước</source>
   <translation>before</translation>
  </message>
  <message>
   <source>Đến hết một ngày</source>
   <translation>By the end of a day</translation>
  </message>
  <message>
   <source>Từ ngày … đến ngày …</source>
   <translation>From day … to day …</translation>
  </message>
  <message>
   <source>Không có ngày, chờ nơi khác</source>
   <translation>No day, waiting for others</translation>
  </message>
  <message>
   <source>Chữ in trong kế hoạch giữ nguyên: “{phrase}”</source>
   <translation>The words printed in the plan stay as they are: “{phrase}”</translation>
  </message>
  <message>
   <source>Từ ngày</source>
   <translation>From day</translation>
  </message>
  <message>
   <source>Đến hết ngày</source>
   <translation>To the end of</translation>
  </message>
  <message>
   <source>Ghi lời giải thích</source>
   <translation>Store the explanation</translation>
  </message>
  <message>
   <source>Hãy ghi ngày cuối.</source>
   <translation>Enter the last day.</translation>
  </message>
  <message>
   <source>Hãy ghi ngày đầu.</source>
   <translation>Enter the first day.</translation>
  </message>
  <message>
   <source>Ngày đầu phải trước ngày cuối.</source>
   <translation>The first day must come before the last.</translation>
  </message>
  <message>
   <source>Lịch và nhắc việc sẽ dùng: {reading}</source>
   <translation>Calendar and reminders will use: {reading}</translation>
  </message>
  <message>
   <source>Nghĩa là</source>
   <translation>Means</translation>
  </message>
  <message>
   <source>Soạn thời hạn khác</source>
   <translation>Compose another deadline</translation>
  </message>
  <message>
   <source>“{text}” không phải là ngày có thật.</source>
   <translation>“{text}” is not a real day.</translation>
  </message>
  <message>
   <source>ngày/tháng/năm</source>
   <translation>day/month/year</translation>
  </message>
  <message>
   <source>Giải thích…</source>
   <translation>Explain…</translation>
  </message>
  <message>
   <source>Soạn…</source>
   <translation>Compose…</translation>
  </message>
  <message>
   <source>Đổi ngày không có thật trong thời hạn ({keys})</source>
   <translation>Change the day that does not exist ({keys})</translation>
  </message>
  <message>
   <source>Cho biết thời hạn này nghĩa là gì, chữ in giữ nguyên ({keys})</source>
   <translation>Say what this deadline means; the printed words stay as they are ({keys})</translation>
  </message>
  <message>
   <source>Chọn từng phần để có thời hạn ({keys})</source>
   <translation>Choose part by part to make a deadline ({keys})</translation>
  </message>
  <message>
   <source>không có ngày {wrong} – sửa thành {right}?</source>
   <translation>there is no day {wrong} – change to {right}?</translation>
  </message>
  <message>
   <source>chưa có ngày</source>
   <translation>no day yet</translation>
  </message>
  <message>
   <source>{reading}, tùy sự việc</source>
   <translation>{reading}, may vary</translation>
  </message>
  <message>
   <source>dời sang {day}</source>
   <translation>moved to {day}</translation>
  </message>
  <message>
   <source>đã dời {count} ngày</source>
   <translation>days moved: {count}</translation>
  </message>
  <message>
   <source>{reading} (đã giải thích)</source>
   <translation>{reading} (explained)</translation>
  </message>
  <message>
   <source>ngày</source>
   <translation>day</translation>
  </message>
  <message>
   <source>tháng</source>
   <translation>month</translation>
  </message>
  <message>
   <source>quý</source>
   <translation>quarter</translation>
  </message>
  <message>
   <source>6 tháng</source>
   <translation>half-year</translation>
  </message>
  <message>
   <source>năm</source>
   <translation>year</translation>
  </message>
  <message>
   <source>cả kế hoạch</source>
   <translation>the whole plan</translation>
  </message>
  <message>
   <source>{part}: số</source>
   <translation>{part}: number</translation>
  </message>
  <message>
   <source>{part}: năm</source>
   <translation>{part}: year</translation>
  </message>
  <message>
   <source>{part}: ngày</source>
   <translation>{part}: day</translation>
  </message>
  <message>
   <source>đầu năm</source>
   <translation>first half</translation>
  </message>
  <message>
   <source>cuối năm</source>
   <translation>second half</translation>
  </message>
  <message>
   <source>{part}: loại</source>
   <translation>{part}: kind</translation>
  </message>
  <message>
   <source>năm {year}</source>
   <translation>{year}</translation>
  </message>
  <message>
   <source>Nhiệm vụ chưa có nội dung</source>
   <translation>Task without content</translation>
  </message>
  <message>
   <source>Chưa có</source>
   <translation>None yet</translation>
  </message>
  <message>
   <source>Nhóm chưa có tên</source>
   <translation>Group without a name</translation>
  </message>
  <message>
   <source>(tiếp dòng trên)</source>
   <translation>(continues the row above)</translation>
  </message>
  <message>
   <source>(như trên)</source>
   <translation>(as above)</translation>
  </message>
  <message>
   <source>Tên nhóm</source>
   <translation>Group name</translation>
  </message>
  <message>
   <source>Các việc cụ thể (mỗi dòng một việc)</source>
   <translation>Single pieces of work (one a line)</translation>
  </message>
  <message>
   <source>Chi tiết</source>
   <translation>Details</translation>
  </message>
  <message>
   <source>Nhóm {no}</source>
   <translation>Group {no}</translation>
  </message>
  <message>
   <source>Nhiệm vụ {no}</source>
   <translation>Task {no}</translation>
  </message>
  <message>
   <source>Dòng tiếp theo</source>
   <translation>Next row</translation>
  </message>
  <message>
   <source>Tiếp dòng trên, không đánh số</source>
   <translation>Continues above, no number</translation>
  </message>
  <message>
   <source>Dòng này thuộc nhiệm vụ ở dòng trên: cùng số, thêm một sản phẩm hoặc thời hạn</source>
   <translation>This row belongs to the task in the row above: same number, one more product or deadline</translation>
  </message>
  <message>
   <source>Lọc theo chữ</source>
   <translation>Filter by text</translation>
  </message>
  <message>
   <source>Lọc theo thời hạn</source>
   <translation>Filter by deadline</translation>
  </message>
  <message>
   <source>Lọc theo đơn vị</source>
   <translation>Filter by unit</translation>
  </message>
  <message>
   <source>Lọc theo tình trạng</source>
   <translation>Filter by status</translation>
  </message>
  <message>
   <source>Chỉ dòng cần xem</source>
   <translation>Only rows to look at</translation>
  </message>
  <message>
   <source>Lọc lại</source>
   <translation>Filter again</translation>
  </message>
  <message>
   <source>Dòng đã sửa mà không còn khớp vẫn ở lại cho đến khi lọc lại</source>
   <translation>Rows edited so that they no longer match stay until you filter again</translation>
  </message>
  <message>
   <source>Ẩn phần lọc và hiện mọi dòng</source>
   <translation>Hide the filter and show all rows</translation>
  </message>
  <message>
   <source>{fitting} trong {total} nhiệm vụ</source>
   <translation>{fitting} of {total} tasks</translation>
  </message>
  <message>
   <source>Chữ trong dòng</source>
   <translation>Text in the row</translation>
  </message>
  <message>
   <source>Mọi tình trạng</source>
   <translation>All statuses</translation>
  </message>
  <message>
   <source>Không thấy trong các dòng đang chọn</source>
   <translation>Not found in the chosen rows</translation>
  </message>
  <message>
   <source>Tìm trong bảng</source>
   <translation>Find in the table</translation>
  </message>
  <message>
   <source>Đúng từng chữ</source>
   <translation>Exact match</translation>
  </message>
  <message>
   <source>Phân biệt dấu, chữ hoa và chữ thường</source>
   <translation>Marks, capitals and small letters must match</translation>
  </message>
  <message>
   <source>Chỉ các dòng đang chọn</source>
   <translation>Only the chosen rows</translation>
  </message>
  <message>
   <source>Thay bằng</source>
   <translation>Replace by</translation>
  </message>
  <message>
   <source>Thay</source>
   <translation>Replace</translation>
  </message>
  <message>
   <source>Thay tất cả</source>
   <translation>Replace all</translation>
  </message>
  <message>
   <source>Chỗ trước</source>
   <translation>Previous place</translation>
  </message>
  <message>
   <source>Chỗ sau</source>
   <translation>Next place</translation>
  </message>
  <message>
   <source>Đóng phần tìm</source>
   <translation>Close the search</translation>
  </message>
  <message>
   <source>Không thấy</source>
   <translation>Not found</translation>
  </message>
  <message>
   <source>Không còn chỗ nào để thay.</source>
   <translation>Nothing left to replace.</translation>
  </message>
  <message>
   <source>Đã thay {count} chỗ.</source>
   <translation>{count} places replaced.</translation>
  </message>
  <message>
   <source>Hiện cột Tình trạng</source>
   <translation>Show the Status column</translation>
  </message>
  <message>
   <source>Chỉ hiện trên màn hình, không in cùng kế hoạch</source>
   <translation>On the screen only, not printed with the plan</translation>
  </message>
  <message>
   <source>Lưu bảng theo dõi (Excel)…</source>
   <translation>Save the tracking table (Excel)…</translation>
  </message>
  <message>
   <source>Nhiệm vụ kèm tình trạng, ghi chú, minh chứng để báo cáo lãnh đạo</source>
   <translation>Tasks with status, notes and evidence, to report to the leaders</translation>
  </message>
  <message>
   <source>Ghi tình trạng của các nhiệm vụ đang chọn (Ctrl+Shift+1 … 4)</source>
   <translation>Set the status of the chosen tasks (Ctrl+Shift+1 … 4)</translation>
  </message>
  <message>
   <source>Đã ghi “{state}” cho {count} nhiệm vụ.</source>
   <translation>{count} tasks are now “{state}”.</translation>
  </message>
  <message>
   <source>Tình trạng ghi cho từng nhiệm vụ: hãy chọn nhiệm vụ.</source>
   <translation>Status belongs to single tasks: choose a task.</translation>
  </message>
  <message>
   <source>Số, ký hiệu văn bản</source>
   <translation>Number and code of the document</translation>
  </message>
  <message>
   <source>Ngày văn bản</source>
   <translation>Date of the document</translation>
  </message>
  <message>
   <source>Thêm</source>
   <translation>Add</translation>
  </message>
  <message>
   <source>ví dụ 12/BC-UBND</source>
   <translation>for example 12/BC-UBND</translation>
  </message>
  <message>
   <source>Hãy ghi số, ký hiệu của văn bản.</source>
   <translation>Enter number and code of the document.</translation>
  </message>
  <message>
   <source>Việc khác với {name}</source>
   <translation>More: {name}</translation>
  </message>
  <message>
   <source>{number} ngày {day}</source>
   <translation>{number} of {day}</translation>
  </message>
  <message>
   <source>Ngày {day}</source>
   <translation>Dated {day}</translation>
  </message>
  <message>
   <source>{size} · thêm {day}</source>
   <translation>{size} · added {day}</translation>
  </message>
  <message>
   <source>Mã kiểm tra SHA-256: {sum}</source>
   <translation>SHA-256 checksum: {sum}</translation>
  </message>
  <message>
   <source>Mở {name}</source>
   <translation>Open {name}</translation>
  </message>
  <message>
   <source>Sửa số, ngày</source>
   <translation>Edit number and date</translation>
  </message>
  <message>
   <source>Bỏ minh chứng này</source>
   <translation>Remove this evidence</translation>
  </message>
  <message>
   <source>Chưa có minh chứng.</source>
   <translation>No evidence yet.</translation>
  </message>
  <message>
   <source>Ghi chú</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Nội dung</source>
   <translation>Content</translation>
  </message>
  <message>
   <source>Việc cụ thể</source>
   <translation>Single pieces of work</translation>
  </message>
  <message>
   <source>Phối hợp</source>
   <translation>Coordinating</translation>
  </message>
  <message>
   <source>Cấp</source>
   <translation>Level</translation>
  </message>
  <message>
   <source>Tiếp dòng trên</source>
   <translation>Continues the row above</translation>
  </message>
  <message>
   <source>Gộp với ô trên</source>
   <translation>Joined to the cell above</translation>
  </message>
  <message>
   <source>(trống)</source>
   <translation>(empty)</translation>
  </message>
  <message>
   <source>Trả về như trước</source>
   <translation>Put back as before</translation>
  </message>
  <message>
   <source>Đưa dòng này về đúng như trước lần sửa này</source>
   <translation>Put this row back exactly as it was before this change</translation>
  </message>
  <message>
   <source>Trả về như trước {time}</source>
   <translation>Put back as before {time}</translation>
  </message>
  <message>
   <source>có</source>
   <translation>yes</translation>
  </message>
  <message>
   <source>không</source>
   <translation>no</translation>
  </message>
  <message>
   <source>Dòng này chưa bị sửa lần nào.</source>
   <translation>This row has not been changed yet.</translation>
  </message>
  <message>
   <source>và {count} lần sửa trước đó</source>
   <translation>and {count} earlier changes</translation>
  </message>
  <message>
   <source>Ghi số văn bản</source>
   <translation>Enter number</translation>
  </message>
  <message>
   <source>Thêm tệp…</source>
   <translation>Add files…</translation>
  </message>
  <message>
   <source>Nhắc trước số ngày</source>
   <translation>Remind this many days before</translation>
  </message>
  <message>
   <source>Cũng có thể kéo tệp thả vào đây.</source>
   <translation>Files can also be dropped here.</translation>
  </message>
  <message>
   <source>như chung: {days}</source>
   <translation>as usual: {days}</translation>
  </message>
  <message>
   <source>Minh chứng</source>
   <translation>Evidence</translation>
  </message>
  <message>
   <source>Ghi lúc {time}</source>
   <translation>Stored {time}</translation>
  </message>
  <message>
   <source>Hãy ghi các số ngày, ví dụ 15, 7, 3, 1; ghi 0 để chỉ nhắc đúng ngày.</source>
   <translation>Enter numbers of days, for example 15, 7, 3, 1; 0 to be reminded on the day only.</translation>
  </message>
  <message>
   <source>Phần xem của dòng</source>
   <translation>Views of the row</translation>
  </message>
  <message>
   <source>Tiến độ</source>
   <translation>Progress</translation>
  </message>
  <message>
   <source>Lịch sử</source>
   <translation>History</translation>
  </message>
  <message>
   <source>Chọn một dòng của bảng để xem và sửa đầy đủ ở đây.</source>
   <translation>Choose a row of the table to see and edit it in full here.</translation>
  </message>
  <message>
   <source>Tình trạng và lịch sử ghi theo từng nhiệm vụ. Hãy chọn một nhiệm vụ của nhóm.</source>
   <translation>Status and history belong to single tasks. Choose a task of the group.</translation>
  </message>
  <message>
   <source>Chọn tệp minh chứng</source>
   <translation>Choose files as evidence</translation>
  </message>
  <message>
   <source>Đã bỏ minh chứng.</source>
   <translation>Evidence removed.</translation>
  </message>
  <message>
   <source>Đã trả dòng này về như trước.</source>
   <translation>Row put back as before.</translation>
  </message>
  <message>
   <source>Đã thêm {count} tệp minh chứng.</source>
   <translation>{count} files added as evidence.</translation>
  </message>
  <message>
   <source>{groups} nhóm, {tasks} nhiệm vụ</source>
   <translation>{groups} groups, {tasks} tasks</translation>
  </message>
  <message>
   <source>{count} chỗ cần xem</source>
   <translation>{count} places to look at</translation>
  </message>
  <message>
   <source>… và {count} chỗ khác</source>
   <translation>… and {count} more</translation>
  </message>
  <message>
   <source>Tên đơn vị, năm được điền theo kế hoạch này; thêm xong vẫn sửa được.</source>
   <translation>Names of units and years are filled in for this plan; everything can be edited afterwards.</translation>
  </message>
  <message>
   <source>Thư viện nhiệm vụ</source>
   <translation>Task library</translation>
  </message>
  <message>
   <source>Tìm nhiệm vụ</source>
   <translation>Find tasks</translation>
  </message>
  <message>
   <source>Nhiệm vụ soạn sẵn</source>
   <translation>Ready-made tasks</translation>
  </message>
  <message>
   <source>Tìm nhiệm vụ, sản phẩm, bộ phận (không cần dấu)</source>
   <translation>Find a task, product or unit (marks not needed)</translation>
  </message>
  <message>
   <source>Chọn nhiệm vụ để thêm vào phụ lục</source>
   <translation>Choose tasks to add to the appendix</translation>
  </message>
  <message>
   <source>Đã có trong phụ lục</source>
   <translation>Already in the appendix</translation>
  </message>
  <message>
   <source>Đã có: {task}</source>
   <translation>Already there: {task}</translation>
  </message>
  <message>
   <source>Thêm {count} nhiệm vụ</source>
   <translation>Add {count} tasks</translation>
  </message>
  <message>
   <source>Đánh dấu các nhiệm vụ cần thêm.</source>
   <translation>Tick the tasks to add.</translation>
  </message>
  <message>
   <source>{heading} ({count})</source>
   <translation>{heading} ({count})</translation>
  </message>
  <message>
   <source>Chưa có thời hạn</source>
   <translation>No deadline yet</translation>
  </message>
  <message>
   <source>Chưa có đơn vị chủ trì</source>
   <translation>No lead unit yet</translation>
  </message>
  <message>
   <source>Chi tiết của dòng đang chọn</source>
   <translation>Details of the chosen row</translation>
  </message>
  <message>
   <source>Lập bản sửa đổi</source>
   <translation>Make a revised version</translation>
  </message>
  <message>
   <source>Kế hoạch chưa có nhiệm vụ nào</source>
   <translation>The plan has no tasks yet</translation>
  </message>
  <message>
   <source>Lấy các nhiệm vụ thường có từ thư viện rồi sửa lại, hoặc tự thêm từng nhóm và từng nhiệm vụ.</source>
   <translation>Take the usual tasks from the library and edit them, or add groups and tasks yourself.</translation>
  </message>
  <message>
   <source>Đã ban hành: nội dung giữ nguyên, vẫn ghi được tình trạng, minh chứng.</source>
   <translation>Issued: the content is fixed; status and evidence can still be entered.</translation>
  </message>
  <message>
   <source>Sổ đang mở ở chế độ chỉ xem nên không sửa được.</source>
   <translation>The workspace is open for reading only, so it cannot be edited.</translation>
  </message>
  <message>
   <source>Đã hoàn tác: {step}</source>
   <translation>Undone: {step}</translation>
  </message>
  <message>
   <source>Chọn từ thư viện nhiệm vụ</source>
   <translation>Choose from the task library</translation>
  </message>
  <message>
   <source>Thêm nhiệm vụ đầu tiên</source>
   <translation>Add the first task</translation>
  </message>
  <message>
   <source>Ghi đè từ ô đang chọn</source>
   <translation>Overwrite from the chosen cell on</translation>
  </message>
  <message>
   <source>Thêm thành dòng mới bên dưới</source>
   <translation>Add as new rows below</translation>
  </message>
  <message>
   <source>Mỗi dòng là một nhiệm vụ</source>
   <translation>Each line is a task</translation>
  </message>
  <message>
   <source>không có gì thay đổi</source>
   <translation>nothing changes</translation>
  </message>
  <message>
   <source>Xem trước khi dán</source>
   <translation>Look before pasting</translation>
  </message>
  <message>
   <source>Các dòng sẽ thay đổi</source>
   <translation>Rows that will change</translation>
  </message>
  <message>
   <source>Các việc cụ thể</source>
   <translation>Single pieces of work</translation>
  </message>
  <message>
   <source>ghi đè {count} ô đang có chữ</source>
   <translation>overwrite {count} filled cells</translation>
  </message>
  <message>
   <source>điền {count} ô trống</source>
   <translation>fill {count} empty cells</translation>
  </message>
  <message>
   <source>thêm {count} nhóm</source>
   <translation>add {count} groups</translation>
  </message>
  <message>
   <source>thêm {count} nhiệm vụ</source>
   <translation>add {count} tasks</translation>
  </message>
  <message>
   <source>bỏ qua {count} dòng tiêu đề</source>
   <translation>leave out {count} header rows</translation>
  </message>
  <message>
   <source>Nội dung đã chép sẽ thay đổi các dòng sau</source>
   <translation>What was copied will change these rows</translation>
  </message>
  <message>
   <source>(không dán)</source>
   <translation>(not pasted)</translation>
  </message>
  <message>
   <source>Cột {number}</source>
   <translation>Column {number}</translation>
  </message>
  <message>
   <source>Dán cột “{title}” vào</source>
   <translation>Paste column “{title}” into</translation>
  </message>
  <message>
   <source>Còn {count} dòng nữa không hiện ở đây.</source>
   <translation>{count} more rows are not shown here.</translation>
  </message>
  <message>
   <source>Dòng</source>
   <translation>Row</translation>
  </message>
  <message>
   <source>Mới</source>
   <translation>New</translation>
  </message>
  <message>
   <source>Đánh lại số: {numbers}</source>
   <translation>Renumbered: {numbers}</translation>
  </message>
  <message>
   <source>Nhóm được chọn còn {count} nhiệm vụ.</source>
   <translation>The chosen group still has {count} tasks.</translation>
  </message>
  <message>
   <source>Xóa nhóm</source>
   <translation>Delete the group</translation>
  </message>
  <message>
   <source>Xóa nhóm thì xóa cả các nhiệm vụ này. Hoàn tác được bằng Ctrl+Z.</source>
   <translation>Deleting the group deletes these tasks too. Can be undone with Ctrl+Z.</translation>
  </message>
  <message>
   <source>Xóa nhóm và {count} nhiệm vụ</source>
   <translation>Delete the group and {count} tasks</translation>
  </message>
  <message>
   <source>Giữ lại</source>
   <translation>Keep</translation>
  </message>
  <message>
   <source>Đã xóa {count} nhiệm vụ.</source>
   <translation>{count} tasks deleted.</translation>
  </message>
  <message>
   <source>Đã xóa nhóm.</source>
   <translation>Group deleted.</translation>
  </message>
  <message>
   <source>Thành số {number}</source>
   <translation>Becomes number {number}</translation>
  </message>
  <message>
   <source>Tìm và thay</source>
   <translation>Find and replace</translation>
  </message>
  <message>
   <source>Chỗ tìm thấy sau</source>
   <translation>Next place found</translation>
  </message>
  <message>
   <source>Chỗ tìm thấy trước</source>
   <translation>Previous place found</translation>
  </message>
  <message>
   <source>Lọc</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>Thu gọn tất cả</source>
   <translation>Fold all</translation>
  </message>
  <message>
   <source>Mở tất cả</source>
   <translation>Unfold all</translation>
  </message>
  <message>
   <source>Phóng to</source>
   <translation>Larger</translation>
  </message>
  <message>
   <source>Thu nhỏ</source>
   <translation>Smaller</translation>
  </message>
  <message>
   <source>Cỡ chữ thường (100 %)</source>
   <translation>Usual size (100 %)</translation>
  </message>
  <message>
   <source>Trả về độ rộng mẫu</source>
   <translation>Back to the usual widths</translation>
  </message>
  <message>
   <source>Trở về thứ tự của kế hoạch</source>
   <translation>Back to the order of the plan</translation>
  </message>
  <message>
   <source>Trở về cỡ chữ thường</source>
   <translation>Back to the usual size</translation>
  </message>
  <message>
   <source>Cách xem bảng</source>
   <translation>View of the table</translation>
  </message>
  <message>
   <source>{percent} %</source>
   <translation>{percent} %</translation>
  </message>
  <message>
   <source>Xem theo</source>
   <translation>View by</translation>
  </message>
  <message>
   <source>Đang xem theo {order}, chỉ để xem. Thứ tự trong kế hoạch không đổi.</source>
   <translation>Viewed by {order}, for looking only. The order in the plan does not change.</translation>
  </message>
  <message>
   <source>Thứ tự của kế hoạch</source>
   <translation>Order of the plan</translation>
  </message>
  <message>
   <source>Nhiệm vụ đầu nhóm không có nhiệm vụ nào ở trên để làm việc con.</source>
   <translation>The first task of a group has no task above it to belong to.</translation>
  </message>
  <message>
   <source>Hãy chọn các ô của một cột ở ít nhất hai dòng liền nhau.</source>
   <translation>Select cells of one column in at least two neighbouring rows.</translation>
  </message>
  <message>
   <source>Ô gộp hiện và in chữ của dòng đầu; tách ra thì chữ các dòng kia lại hiện.</source>
   <translation>The joined cell shows and prints the text of its first row; parted again, the other rows show theirs.</translation>
  </message>
  <message>
   <source>Thêm nhiệm vụ</source>
   <translation>Add a task</translation>
  </message>
  <message>
   <source>Thêm một nhiệm vụ dưới dòng đang chọn</source>
   <translation>Add a task below the chosen row</translation>
  </message>
  <message>
   <source>Thêm nhóm</source>
   <translation>Add a group</translation>
  </message>
  <message>
   <source>Thêm một nhóm (I, II, …) dưới nhóm đang chọn</source>
   <translation>Add a group (I, II, …) below the chosen group</translation>
  </message>
  <message>
   <source>Chọn nhiều nhiệm vụ soạn sẵn rồi thêm một lần</source>
   <translation>Choose several ready-made tasks and add them at once</translation>
  </message>
  <message>
   <source>Lên</source>
   <translation>Up</translation>
  </message>
  <message>
   <source>Chuyển dòng đang chọn lên; ở đầu nhóm thì sang nhóm trên</source>
   <translation>Move the chosen rows up; from the top of a group into the group above</translation>
  </message>
  <message>
   <source>Xuống</source>
   <translation>Down</translation>
  </message>
  <message>
   <source>Chuyển dòng đang chọn xuống; ở cuối nhóm thì sang nhóm dưới</source>
   <translation>Move the chosen rows down; from the end of a group into the group below</translation>
  </message>
  <message>
   <source>Thành việc con</source>
   <translation>Make sub-task</translation>
  </message>
  <message>
   <source>Lùi xuống một cấp: 1 → 1.1 → gạch đầu dòng</source>
   <translation>One level down: 1 → 1.1 → bullet</translation>
  </message>
  <message>
   <source>Lên một cấp</source>
   <translation>One level up</translation>
  </message>
  <message>
   <source>Đưa việc con lên một cấp</source>
   <translation>Raise the sub-task by one level</translation>
  </message>
  <message>
   <source>Xóa dòng</source>
   <translation>Delete rows</translation>
  </message>
  <message>
   <source>Xóa các dòng đang chọn; hoàn tác được</source>
   <translation>Delete the chosen rows; can be undone</translation>
  </message>
  <message>
   <source>Chọn cột, thứ tự, tên và độ rộng khi in</source>
   <translation>Choose columns, their order, names and printed widths</translation>
  </message>
  <message>
   <source>Chèn nhiệm vụ ở trên</source>
   <translation>Insert task above</translation>
  </message>
  <message>
   <source>Thêm một nhiệm vụ trên dòng đang chọn</source>
   <translation>Add a task above the selected row</translation>
  </message>
  <message>
   <source>Gộp ô</source>
   <translation>Join cells</translation>
  </message>
  <message>
   <source>Một ô chung cho các dòng đang chọn, ví dụ một đơn vị chủ trì nhiều việc</source>
   <translation>One cell for the selected rows, for example one unit that leads several tasks</translation>
  </message>
  <message>
   <source>Tách ô</source>
   <translation>Part cells</translation>
  </message>
  <message>
   <source>Mỗi dòng lại có ô riêng</source>
   <translation>Each row has its own cell again</translation>
  </message>
  <message>
   <source>Điền xuống</source>
   <translation>Fill down</translation>
  </message>
  <message>
   <source>Chép ô đầu vào các ô đang chọn bên dưới</source>
   <translation>Copy the first cell into the selected cells below</translation>
  </message>
  <message>
   <source>Điền sang phải</source>
   <translation>Fill right</translation>
  </message>
  <message>
   <source>Chép ô đầu vào các ô đang chọn bên phải</source>
   <translation>Copy the first cell into the selected cells to the right</translation>
  </message>
  <message>
   <source>Dán thành dòng mới</source>
   <translation>Paste as new rows</translation>
  </message>
  <message>
   <source>Thêm các dòng vừa chép dưới dòng đang chọn</source>
   <translation>Add the copied rows below the chosen row</translation>
  </message>
  <message>
   <source>Xóa chữ trong ô</source>
   <translation>Clear the cells</translation>
  </message>
  <message>
   <source>Gõ tên hoặc tên tắt của đơn vị</source>
   <translation>Type the name or short name of a unit</translation>
  </message>
  <message>
   <source>Dấu ; để thêm đơn vị nữa. Alt+↑, Alt+↓ đổi chỗ, Alt+Delete bỏ đơn vị ở con trỏ.</source>
   <translation>; begins another unit. Alt+↑ and Alt+↓ move the unit at the caret, Alt+Delete takes it out.</translation>
  </message>
  <message>
   <source>Thêm “{unit}” vào danh sách đơn vị</source>
   <translation>Add “{unit}” to the list of units</translation>
  </message>
  <message>
   <source>Đã thêm {count} đơn vị vào danh sách.</source>
   <translation>{count} units added to the list.</translation>
  </message>
  <message>
   <source>Đã thêm “{unit}” vào danh sách đơn vị.</source>
   <translation>“{unit}” was added to the list of units.</translation>
  </message>
  <message>
   <source>Thêm vào danh sách đơn vị</source>
   <translation>Add to the list of units</translation>
  </message>
  <message>
   <source>{names} và {count} đơn vị khác</source>
   <translation>{names} and {count} more units</translation>
  </message>
  <message>
   <source>Chưa có trong danh sách đơn vị: {names}</source>
   <translation>Not in the list of units yet: {names}</translation>
  </message>
  <message>
   <source>Vừa với chữ trong cột</source>
   <translation>Fit the text of the column</translation>
  </message>
  <message>
   <source>Tình trạng khác, mở</source>
   <translation>Other states, open</translation>
  </message>
  <message>
   <source>Việc đến hạn</source>
   <translation>What is due</translation>
  </message>
  <message>
   <source>Không có việc nào quá hạn.</source>
   <translation>Nothing is overdue.</translation>
  </message>
  <message>
   <source>Trong 14 ngày tới</source>
   <translation>In the next 14 days</translation>
  </message>
  <message>
   <source>Hai tuần tới không có hạn nào.</source>
   <translation>Nothing is due in the next two weeks.</translation>
  </message>
  <message>
   <source>Chờ nơi khác, cần xem lại</source>
   <translation>Waiting for others, to be looked at</translation>
  </message>
  <message>
   <source>Mọi nhiệm vụ đều có ngày rõ ràng.</source>
   <translation>Every task has a clear day.</translation>
  </message>
  <message>
   <source>Thường xuyên, xem lại quý này</source>
   <translation>Ongoing, to look at this quarter</translation>
  </message>
  <message>
   <source>Quý này không còn việc phải xem lại.</source>
   <translation>Nothing left to look at this quarter.</translation>
  </message>
  <message>
   <source>Còn {count} việc. Xem tất cả trong Lịch</source>
   <translation>{count} more. See all in the calendar</translation>
  </message>
  <message>
   <source>Mở trong Phụ lục</source>
   <translation>Open in the appendix</translation>
  </message>
  <message>
   <source>Mở trong Lịch</source>
   <translation>Open in the calendar</translation>
  </message>
  <message>
   <source>Gần nhất sau đó:</source>
   <translation>Next after that:</translation>
  </message>
  <message>
   <source>và {count} việc khác</source>
   <translation>and {count} more</translation>
  </message>
  <message>
   <source>Soạn, in và lưu kế hoạch kiểm soát thủ tục hành chính của xã, phường. Chọn một việc để bắt đầu.</source>
   <translation>Write, print and keep the plans of a commune for controlling administrative procedures. Choose where to start.</translation>
  </message>
  <message>
   <source>Bản sao lưu tự làm, nằm cạnh sổ. Mỗi tháng nên chép cả thư mục ra USB. Chuyển sổ sang nơi khác: trang Cài đặt.</source>
   <translation>Backups are made by themselves, beside the workspace. Copy the whole folder to a USB stick every month. To move the workspace: page Settings.</translation>
  </message>
  <message>
   <source>Tệp Word, PDF hoặc Excel của kế hoạch đã ban hành. Chương trình đọc vào sổ để lập kế hoạch năm sau.</source>
   <translation>The Word, PDF or Excel file of an issued plan. It is read into the workspace so that next year's plan can be made from it.</translation>
  </message>
  <message>
   <source>Bốn ô: cấp, tên, cấp trên, địa danh. Mọi kế hoạch lấy từ đây, khai một lần.</source>
   <translation>Four fields: level, name, superior, place. Every plan takes them from here; entered once.</translation>
  </message>
  <message>
   <source>Một xã giả định với kế hoạch đầy đủ, để xem và thử. Không lẫn vào sổ của cơ quan.</source>
   <translation>A made-up commune with a full plan, to look at and try out. Kept apart from the workspace of the office.</translation>
  </message>
  <message>
   <source>Từ mẫu có sẵn, đi từng bước. Nghỉ lúc nào cũng được, mọi thứ tự lưu.</source>
   <translation>From ready-made texts, step by step. Stop whenever you like, everything is stored.</translation>
  </message>
  <message>
   <source>Chế độ mang theo (USB): mọi thứ ở trong thư mục của chương trình. Mỗi tháng nên chép cả thư mục sang máy khác.</source>
   <translation>Portable (USB): everything is in the folder of the program. Copy the whole folder to another computer every month.</translation>
  </message>
  <message>
   <source>Chọn tệp</source>
   <translation>Choose a file</translation>
  </message>
  <message>
   <source>Xem sổ mẫu</source>
   <translation>See the sample</translation>
  </message>
  <message>
   <source>Mở sổ mẫu</source>
   <translation>Open the sample</translation>
  </message>
  <message>
   <source>Soạn tiếp</source>
   <translation>Go on writing</translation>
  </message>
  <message>
   <source>Mở bảng nhiệm vụ</source>
   <translation>Open the task table</translation>
  </message>
  <message>
   <source>Sổ kế hoạch ở trên máy này: {path}</source>
   <translation>The workspace is on this computer: {path}</translation>
  </message>
  <message>
   <source>Soạn mới</source>
   <translation>New plan</translation>
  </message>
  <message>
   <source>Xem cả {count} kế hoạch</source>
   <translation>See all {count} plans</translation>
  </message>
  <message>
   <source>Còn thiếu {count} chỗ</source>
   <translation>Places missing: {count}</translation>
  </message>
  <message>
   <source>Sửa</source>
   <translation>Mend</translation>
  </message>
  <message>
   <source>Sửa: {text}</source>
   <translation>Mend: {text}</translation>
  </message>
  <message>
   <source>Các dự thảo khác</source>
   <translation>Other drafts</translation>
  </message>
  <message>
   <source>và {count} chỗ khác, xem ở bước Kiểm tra lại</source>
   <translation>and {count} more, see the step Review</translation>
  </message>
  <message>
   <source>Chưa vào kế hoạch: “{text}”</source>
   <translation>Not in the plan yet: “{text}”</translation>
  </message>
  <message>
   <source>Chỗ cần xem lại trước</source>
   <translation>Previous place to look at</translation>
  </message>
  <message>
   <source>Chỗ cần xem lại tiếp theo</source>
   <translation>Next place to look at</translation>
  </message>
  <message>
   <source>Cần xem lại: {count}</source>
   <translation>To look at: {count}</translation>
  </message>
  <message>
   <source>Danh sách các chỗ cần xem lại</source>
   <translation>List of the places to look at</translation>
  </message>
  <message>
   <source>Đã xem hết các chỗ cần xem lại. Có thể đưa vào sổ.</source>
   <translation>All places have been looked at. The plan can be added to the workspace.</translation>
  </message>
  <message>
   <source>Đọc được cả, không có chỗ nào phải xem lại. Có thể đưa vào sổ.</source>
   <translation>Everything was read, nothing needs to be looked at. The plan can be added to the workspace.</translation>
  </message>
  <message>
   <source>Lời kết</source>
   <translation>Closing</translation>
  </message>
  <message>
   <source>Tên phụ lục</source>
   <translation>Title of the appendix</translation>
  </message>
  <message>
   <source>Nơi nhận</source>
   <translation>Recipients</translation>
  </message>
  <message>
   <source>Người ký</source>
   <translation>Signers</translation>
  </message>
  <message>
   <source>Căn cứ</source>
   <translation>Legal bases</translation>
  </message>
  <message>
   <source>Tên mục</source>
   <translation>Heading of the section</translation>
  </message>
  <message>
   <source>Nội dung mục</source>
   <translation>Text of the section</translation>
  </message>
  <message>
   <source>Nội dung công việc</source>
   <translation>Content of the work</translation>
  </message>
  <message>
   <source>Chữ</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>Sửa chữ</source>
   <translation>Edit the text</translation>
  </message>
  <message>
   <source>Ô bên cạnh trong dòng</source>
   <translation>Neighbouring cell of the row</translation>
  </message>
  <message>
   <source>Bản gốc: nói lại chỗ này là gì; kết quả: sửa chữ</source>
   <translation>Original: say what this place is; result: edit the text</translation>
  </message>
  <message>
   <source>Mọi việc làm được với chỗ này</source>
   <translation>Everything that can be done with this place</translation>
  </message>
  <message>
   <source>Chỗ này đúng rồi, sang chỗ tiếp theo</source>
   <translation>This place is right, go to the next</translation>
  </message>
  <message>
   <source>Trong danh sách “Đã chỉnh”: bỏ chỗ chỉnh</source>
   <translation>In the list “Corrected”: drop the correction</translation>
  </message>
  <message>
   <source>Hoàn tác, làm lại các chỗ đã chỉnh</source>
   <translation>Undo and redo corrections</translation>
  </message>
  <message>
   <source>Đưa vào sổ</source>
   <translation>Add to the workspace</translation>
  </message>
  <message>
   <source>như trên</source>
   <translation>as above</translation>
  </message>
  <message>
   <source>Chọn một chỗ ở bản gốc để nói lại nó là gì.</source>
   <translation>Choose a place in the original to say what it is.</translation>
  </message>
  <message>
   <source>chưa nhận ra</source>
   <translation>not recognised</translation>
  </message>
  <message>
   <source>{words}. Bấm để chọn lại.</source>
   <translation>{words}. Click to choose again.</translation>
  </message>
  <message>
   <source>Để chương trình tự nhận</source>
   <translation>Let the program decide</translation>
  </message>
  <message>
   <source>Kế hoạch này đã ban hành: vào sổ với số và ngày của nó, nội dung được giữ nguyên, không sửa nữa.</source>
   <translation>This plan has been issued: it enters the workspace with its number and date; its content is kept as it is and no longer edited.</translation>
  </message>
  <message>
   <source>Đang đọc tệp</source>
   <translation>Reading the file</translation>
  </message>
  <message>
   <source>nội dung vừa dán</source>
   <translation>what was pasted</translation>
  </message>
  <message>
   <source>Đang đọc {name}</source>
   <translation>Reading {name}</translation>
  </message>
  <message>
   <source>Đã dừng đọc tệp. Không có gì bị thay đổi.</source>
   <translation>Reading was stopped. Nothing was changed.</translation>
  </message>
  <message>
   <source>Đã ban hành (số {number}, {day})</source>
   <translation>Issued (number {number}, {day})</translation>
  </message>
  <message>
   <source>Chưa đọc được {name}</source>
   <translation>{name} could not be read</translation>
  </message>
  <message>
   <source>Tệp Word, PDF, Excel hoặc văn bản của kế hoạch đã ban hành. Kéo tệp vào đây cũng được.</source>
   <translation>The Word, PDF, Excel or text file of an issued plan. It can also be dropped here.</translation>
  </message>
  <message>
   <source>Đính kèm bản chụp vào kế hoạch</source>
   <translation>Attach the scan to a plan</translation>
  </message>
  <message>
   <source>Đã đính kèm bản chụp {name}</source>
   <translation>The scan {name} was attached</translation>
  </message>
  <message>
   <source>Chọn tệp khác…</source>
   <translation>Choose another file…</translation>
  </message>
  <message>
   <source>Mọi tệp</source>
   <translation>All files</translation>
  </message>
  <message>
   <source>Cần xem lại</source>
   <translation>To look at</translation>
  </message>
  <message>
   <source>Lề trên của trang: {text}</source>
   <translation>Top margin of the page: {text}</translation>
  </message>
  <message>
   <source>Lề dưới của trang: {text}</source>
   <translation>Bottom margin of the page: {text}</translation>
  </message>
  <message>
   <source>Cơ quan</source>
   <translation>Office</translation>
  </message>
  <message>
   <source>Cơ quan cấp trên</source>
   <translation>Superior body</translation>
  </message>
  <message>
   <source>Số, ký hiệu</source>
   <translation>Number and code</translation>
  </message>
  <message>
   <source>Địa danh</source>
   <translation>Place</translation>
  </message>
  <message>
   <source>Trích yếu</source>
   <translation>Title</translation>
  </message>
  <message>
   <source>Lời mở đầu</source>
   <translation>Opening</translation>
  </message>
  <message>
   <source>Quý: từ ngày {first} tháng trước đến ngày {last} tháng cuối quý</source>
   <translation>Quarter: from day {first} of the month before to day {last} of the last month of the quarter</translation>
  </message>
  <message>
   <source>Năm: từ {first} đến {last}</source>
   <translation>Year: from {first} to {last}</translation>
  </message>
  <message>
   <source>Nộp báo cáo trong cơ quan: {words}</source>
   <translation>Reports inside the office are due: {words}</translation>
  </message>
  <message>
   <source>chưa có</source>
   <translation>none yet</translation>
  </message>
  <message>
   <source>Thông tin chung</source>
   <translation>General</translation>
  </message>
  <message>
   <source>Bảng nhiệm vụ ({count} nhiệm vụ)</source>
   <translation>Table of tasks ({count} tasks)</translation>
  </message>
  <message>
   <source>Nơi nhận và chữ ký</source>
   <translation>Recipients and signature</translation>
  </message>
  <message>
   <source>Căn cứ ({count})</source>
   <translation>Legal bases ({count})</translation>
  </message>
  <message>
   <source>Nội dung ({count} mục)</source>
   <translation>Content ({count} sections)</translation>
  </message>
  <message>
   <source>Ghi chú (không in)</source>
   <translation>Note (not printed)</translation>
  </message>
  <message>
   <source>Phụ lục khác: {title}</source>
   <translation>Other appendix: {title}</translation>
  </message>
  <message>
   <source>Kỳ số liệu báo cáo nêu trong kế hoạch</source>
   <translation>Reporting periods named in the plan</translation>
  </message>
  <message>
   <source>Chỉ tiêu ({count})</source>
   <translation>Indicators ({count})</translation>
  </message>
  <message>
   <source>Phần chưa nhận ra, không vào kế hoạch ({count})</source>
   <translation>Not recognised, not taken into the plan ({count})</translation>
  </message>
  <message>
   <source>chưa có tên</source>
   <translation>no name yet</translation>
  </message>
  <message>
   <source>Là dòng nhóm</source>
   <translation>It is a group row</translation>
  </message>
  <message>
   <source>Là dòng riêng</source>
   <translation>It is a row of its own</translation>
  </message>
  <message>
   <source>Bản gốc</source>
   <translation>Original</translation>
  </message>
  <message>
   <source>Sẽ vào sổ</source>
   <translation>Goes into the workspace</translation>
  </message>
  <message>
   <source>Sửa chữ: {name}</source>
   <translation>Edit: {name}</translation>
  </message>
  <message>
   <source>ngày gần nhất có thật</source>
   <translation>nearest real day</translation>
  </message>
  <message>
   <source>Đổi thành {text}</source>
   <translation>Change to {text}</translation>
  </message>
  <message>
   <source>Đúng rồi</source>
   <translation>It is right</translation>
  </message>
  <message>
   <source>Không cần</source>
   <translation>Not needed</translation>
  </message>
  <message>
   <source>Ghi</source>
   <translation>Enter</translation>
  </message>
  <message>
   <source>Nói đây là gì</source>
   <translation>Say what this is</translation>
  </message>
  <message>
   <source>Cột khác, giữ vào ghi chú</source>
   <translation>Other column, kept in the note</translation>
  </message>
  <message>
   <source>Đoạn này là</source>
   <translation>This paragraph is</translation>
  </message>
  <message>
   <source>Dòng này là</source>
   <translation>This row is</translation>
  </message>
  <message>
   <source>Cột này là</source>
   <translation>This column is</translation>
  </message>
  <message>
   <source>Bảng này là</source>
   <translation>This table is</translation>
  </message>
  <message>
   <source>Đoạn</source>
   <translation>Paragraph</translation>
  </message>
  <message>
   <source>Bảng</source>
   <translation>Table</translation>
  </message>
  <message>
   <source>Chưa nhận ra</source>
   <translation>Not recognised</translation>
  </message>
  <message>
   <source>Đầu trang</source>
   <translation>Head</translation>
  </message>
  <message>
   <source>Đầu trang: cơ quan, số, ngày</source>
   <translation>Head: agency, number, date</translation>
  </message>
  <message>
   <source>Mở đầu</source>
   <translation>Opening</translation>
  </message>
  <message>
   <source>Đề mục cấp 1</source>
   <translation>Heading level 1</translation>
  </message>
  <message>
   <source>Đề mục cấp 1 (I, II…)</source>
   <translation>Heading of level 1 (I, II…)</translation>
  </message>
  <message>
   <source>Đề mục cấp 2</source>
   <translation>Heading level 2</translation>
  </message>
  <message>
   <source>Đề mục cấp 2 (1, 2…)</source>
   <translation>Heading of level 2 (1, 2…)</translation>
  </message>
  <message>
   <source>Đề mục cấp 3</source>
   <translation>Heading level 3</translation>
  </message>
  <message>
   <source>Đề mục cấp 3 (a, b…)</source>
   <translation>Heading of level 3 (a, b…)</translation>
  </message>
  <message>
   <source>Nội dung của mục ở trên</source>
   <translation>Text of the section above</translation>
  </message>
  <message>
   <source>Kết</source>
   <translation>Closing</translation>
  </message>
  <message>
   <source>Chữ ký</source>
   <translation>Signature</translation>
  </message>
  <message>
   <source>Bỏ ra</source>
   <translation>Left out</translation>
  </message>
  <message>
   <source>Không đưa vào kế hoạch</source>
   <translation>Not taken into the plan</translation>
  </message>
  <message>
   <source>Nhóm</source>
   <translation>Group</translation>
  </message>
  <message>
   <source>Dòng nhóm</source>
   <translation>Group row</translation>
  </message>
  <message>
   <source>Tiếp</source>
   <translation>Continues</translation>
  </message>
  <message>
   <source>Tiếp nhiệm vụ ở trên: thêm sản phẩm, thời hạn</source>
   <translation>Continues the task above: one more product or deadline</translation>
  </message>
  <message>
   <source>Nối</source>
   <translation>Joined</translation>
  </message>
  <message>
   <source>Nối vào dòng trên (bị ngắt trang)</source>
   <translation>Joined to the row above (cut by the end of a page)</translation>
  </message>
  <message>
   <source>Tiêu đề</source>
   <translation>Header</translation>
  </message>
  <message>
   <source>Dòng tiêu đề</source>
   <translation>Header row</translation>
  </message>
  <message>
   <source>Bảng việc</source>
   <translation>Task table</translation>
  </message>
  <message>
   <source>Bảng phân công nhiệm vụ</source>
   <translation>Table of tasks and who does them</translation>
  </message>
  <message>
   <source>Bảng khác</source>
   <translation>Other table</translation>
  </message>
  <message>
   <source>Bảng khác, giữ nguyên thành phụ lục</source>
   <translation>Other table, kept as an appendix</translation>
  </message>
  <message>
   <source>Nơi nhận, ký</source>
   <translation>Recipients, signature</translation>
  </message>
  <message>
   <source>Chỉ là chữ, đọc thành từng đoạn</source>
   <translation>Plain text, read as paragraphs</translation>
  </message>
  <message>
   <source>ghi chú</source>
   <translation>note</translation>
  </message>
  <message>
   <source>(bỏ trống)</source>
   <translation>(left empty)</translation>
  </message>
  <message>
   <source>Những chỗ đã chỉnh</source>
   <translation>Corrections</translation>
  </message>
  <message>
   <source>Bỏ chỗ chỉnh này</source>
   <translation>Drop this correction</translation>
  </message>
  <message>
   <source>Đã chỉnh: {count}</source>
   <translation>Corrected: {count}</translation>
  </message>
  <message>
   <source>Thêm chỉ tiêu</source>
   <translation>Add an indicator</translation>
  </message>
  <message>
   <source>Tổng hợp</source>
   <translation>Summary</translation>
  </message>
  <message>
   <source>Chỉ tiêu của kế hoạch</source>
   <translation>Indicators of the plan</translation>
  </message>
  <message>
   <source>Số liệu</source>
   <translation>Figures</translation>
  </message>
  <message>
   <source>Danh mục</source>
   <translation>Catalogue</translation>
  </message>
  <message>
   <source>Lưu thành PDF…</source>
   <translation>Save as PDF…</translation>
  </message>
  <message>
   <source>Lưu thành Excel…</source>
   <translation>Save as Excel…</translation>
  </message>
  <message>
   <source>Các phần của trang</source>
   <translation>Parts of the page</translation>
  </message>
  <message>
   <source>Đơn vị</source>
   <translation>Units</translation>
  </message>
  <message>
   <source>Kỳ</source>
   <translation>Period</translation>
  </message>
  <message>
   <source>Xem bảng số thay cho hình</source>
   <translation>Show tables of figures instead of charts</translation>
  </message>
  <message>
   <source>In, lưu thành PDF, Excel</source>
   <translation>Print, save as PDF, Excel</translation>
  </message>
  <message>
   <source>Kỳ mới nhất</source>
   <translation>Newest</translation>
  </message>
  <message>
   <source>Việc quá hạn theo đơn vị</source>
   <translation>Overdue tasks by unit</translation>
  </message>
  <message>
   <source>Nhiệm vụ theo đơn vị</source>
   <translation>Tasks by unit</translation>
  </message>
  <message>
   <source>Việc đến hạn theo tháng</source>
   <translation>Tasks due by month</translation>
  </message>
  <message>
   <source>Quá hạn, của ai</source>
   <translation>Overdue, and whose</translation>
  </message>
  <message>
   <source>Báo cáo tới</source>
   <translation>Next report</translation>
  </message>
  <message>
   <source>Mở báo cáo</source>
   <translation>Open the report</translation>
  </message>
  <message>
   <source>Xem tất cả</source>
   <translation>Show all</translation>
  </message>
  <message>
   <source>Việc đến hạn theo tháng, năm {year}</source>
   <translation>Tasks due by month, {year}</translation>
  </message>
  <message>
   <source>Kế hoạch chưa có chỉ tiêu nào trong sổ.</source>
   <translation>The plan has no indicators in the workspace yet.</translation>
  </message>
  <message>
   <source>Còn {count} chỉ tiêu nữa</source>
   <translation>{count} more indicators</translation>
  </message>
  <message>
   <source>Xem từng chỉ tiêu</source>
   <translation>See each indicator</translation>
  </message>
  <message>
   <source>Chưa có nhiệm vụ nào.</source>
   <translation>There are no tasks.</translation>
  </message>
  <message>
   <source>Số việc</source>
   <translation>Tasks</translation>
  </message>
  <message>
   <source>Lâu nhất</source>
   <translation>Longest</translation>
  </message>
  <message>
   <source>Tên chỉ tiêu</source>
   <translation>Name of the indicator</translation>
  </message>
  <message>
   <source>Tử số</source>
   <translation>Numerator</translation>
  </message>
  <message>
   <source>Mẫu số</source>
   <translation>Denominator</translation>
  </message>
  <message>
   <source>Đơn vị tính</source>
   <translation>Unit of measure</translation>
  </message>
  <message>
   <source>Thế nào là tốt</source>
   <translation>What is good</translation>
  </message>
  <message>
   <source>Lấy số ở đâu</source>
   <translation>Where the figure comes from</translation>
  </message>
  <message>
   <source>Tính từ biểu II.06a</source>
   <translation>Computed from form II.06a</translation>
  </message>
  <message>
   <source>Danh mục chỉ tiêu</source>
   <translation>Catalogue of indicators</translation>
  </message>
  <message>
   <source>Thêm chỉ tiêu riêng</source>
   <translation>Add your own indicator</translation>
  </message>
  <message>
   <source>Chọn một chỉ tiêu để xem cách tính và sửa cho đúng với cơ quan.</source>
   <translation>Choose an indicator to see how it is computed and to fit it to your office.</translation>
  </message>
  <message>
   <source>riêng của cơ quan</source>
   <translation>the office's own</translation>
  </message>
  <message>
   <source>đang ẩn</source>
   <translation>hidden</translation>
  </message>
  <message>
   <source>chưa kiểm chứng</source>
   <translation>not verified</translation>
  </message>
  <message>
   <source>tính từ biểu II.06a</source>
   <translation>computed from form II.06a</translation>
  </message>
  <message>
   <source>Theo dữ liệu kèm chương trình (chưa kiểm chứng): hãy so với văn bản của tỉnh trước khi dùng cách tính này.</source>
   <translation>By the data of the program (not verified): compare it with the document of the province before you use this way of computing.</translation>
  </message>
  <message>
   <source>Hiện lại</source>
   <translation>Show again</translation>
  </message>
  <message>
   <source>Ẩn chỉ tiêu này</source>
   <translation>Hide this indicator</translation>
  </message>
  <message>
   <source>Bỏ chỉ tiêu này</source>
   <translation>Delete this indicator</translation>
  </message>
  <message>
   <source>Về như kèm chương trình</source>
   <translation>Back to the program's own</translation>
  </message>
  <message>
   <source>Đã sửa chỉ tiêu. Ctrl+Z để hoàn tác.</source>
   <translation>Indicator changed. Ctrl+Z takes it back.</translation>
  </message>
  <message>
   <source>Chỉ tiêu mới</source>
   <translation>New indicator</translation>
  </message>
  <message>
   <source>Càng cao càng tốt</source>
   <translation>The higher the better</translation>
  </message>
  <message>
   <source>Càng thấp càng tốt</source>
   <translation>The lower the better</translation>
  </message>
  <message>
   <source>Không tính, nhập tay hoặc lấy từ tệp</source>
   <translation>Not computed; entered by hand or taken from a file</translation>
  </message>
  <message>
   <source>(cột 8 + cột 9) / cột 7: trước và đúng hạn</source>
   <translation>(column 8 + column 9) / column 7: early and on time</translation>
  </message>
  <message>
   <source>(cột 8 + cột 9 + cột 12) / cột 3: đúng hạn theo Quyết định 766</source>
   <translation>(column 8 + column 9 + column 12) / column 3: on time by Decision 766</translation>
  </message>
  <message>
   <source>(cột 10 + cột 13) / cột 3: quá hạn</source>
   <translation>(column 10 + column 13) / column 3: overdue</translation>
  </message>
  <message>
   <source>cột 4 / (cột 4 + cột 5): nộp trực tuyến</source>
   <translation>column 4 / (column 4 + column 5): filed online</translation>
  </message>
  <message>
   <source>Đã bỏ chỉ tiêu. Ctrl+Z để hoàn tác.</source>
   <translation>Indicator deleted. Ctrl+Z takes it back.</translation>
  </message>
  <message>
   <source>Đã trả về như kèm chương trình.</source>
   <translation>Back to what came with the program.</translation>
  </message>
  <message>
   <source>Đưa bảng số liệu vào</source>
   <translation>Bring in a table of figures</translation>
  </message>
  <message>
   <source>Kỳ của số liệu</source>
   <translation>Period of the figures</translation>
  </message>
  <message>
   <source>Chọn tệp…</source>
   <translation>Choose a file…</translation>
  </message>
  <message>
   <source>Bảng Excel, CSV hoặc JSON có dòng tiêu đề: “Chỉ tiêu” và “Kết quả”, hoặc “Tử số” và “Mẫu số”. Sai một ô thì cả bảng không được lấy, chương trình nói rõ ô nào.</source>
   <translation>An Excel, CSV or JSON table with a header row: “Chỉ tiêu” and “Kết quả”, or “Tử số” and “Mẫu số”. If one cell is wrong nothing is taken, and you are told which cell.</translation>
  </message>
  <message>
   <source>{title}: {due}</source>
   <translation>{title}: {due}</translation>
  </message>
  <message>
   <source>{unit}: {count} việc quá hạn. Lâu nhất: {worst}</source>
   <translation>{unit}: {count} overdue tasks. Longest: {worst}</translation>
  </message>
  <message>
   <source>Báo cáo {period}: số liệu từ {start} đến {end}, hạn gửi {due} ({left}).</source>
   <translation>Report on {period}: figures from {start} to {end}, due {due} ({left}).</translation>
  </message>
  <message>
   <source>của {count} đơn vị</source>
   <translation>of {count} units</translation>
  </message>
  <message>
   <source>không có việc nào trễ</source>
   <translation>nothing is late</translation>
  </message>
  <message>
   <source>Trễ {days} ngày</source>
   <translation>{days} days late</translation>
  </message>
  <message>
   <source>Còn {days} ngày</source>
   <translation>{days} days left</translation>
  </message>
  <message>
   <source>Đủ số liệu để lập báo cáo.</source>
   <translation>The figures for the report are complete.</translation>
  </message>
  <message>
   <source>Còn thiếu:</source>
   <translation>Still missing:</translation>
  </message>
  <message>
   <source>trong 14 ngày tới</source>
   <translation>within 14 days</translation>
  </message>
  <message>
   <source>Chỉ tiêu đạt</source>
   <translation>Indicators met</translation>
  </message>
  <message>
   <source>Nhiệm vụ xong</source>
   <translation>Tasks done</translation>
  </message>
  <message>
   <source>{count} chưa đạt</source>
   <translation>{count} not met</translation>
  </message>
  <message>
   <source>{count} chưa có số liệu</source>
   <translation>{count} without figures</translation>
  </message>
  <message>
   <source>đang làm {count}</source>
   <translation>under way {count}</translation>
  </message>
  <message>
   <source>chưa làm {count}</source>
   <translation>not begun {count}</translation>
  </message>
  <message>
   <source>Đánh dấu những câu đúng là chỉ tiêu. Chỗ chưa rõ đo bằng gì thì chọn chỉ tiêu ở bên phải, hoặc để sau.</source>
   <translation>Tick the sentences that are indicators. Where it is not clear what measures them, choose the indicator on the right, or leave it for later.</translation>
  </message>
  <message>
   <source>Chỉ tiêu tìm thấy trong kế hoạch</source>
   <translation>Indicators found in the plan</translation>
  </message>
  <message>
   <source>Chỉ tiêu của “{sentence}”</source>
   <translation>Indicator of “{sentence}”</translation>
  </message>
  <message>
   <source>Nhận {count} chỉ tiêu</source>
   <translation>Take {count} indicators</translation>
  </message>
  <message>
   <source>Đánh dấu tất cả</source>
   <translation>Tick all</translation>
  </message>
  <message>
   <source>Bỏ mọi dấu</source>
   <translation>Clear all</translation>
  </message>
  <message>
   <source>Chưa chắc: hãy đọc lại câu và chọn chỉ tiêu.</source>
   <translation>Not certain: read the sentence again and choose the indicator.</translation>
  </message>
  <message>
   <source>Tổng hợp, chỉ tiêu của kế hoạch, số liệu, danh mục</source>
   <translation>Summary, indicators of the plan, figures, catalogue</translation>
  </message>
  <message>
   <source>Từng dòng trong một hình</source>
   <translation>From row to row of a chart</translation>
  </message>
  <message>
   <source>Từng tháng</source>
   <translation>From month to month</translation>
  </message>
  <message>
   <source>Mở các dòng đứng sau con số</source>
   <translation>Open the rows behind a number</translation>
  </message>
  <message>
   <source>Đóng danh sách bên cạnh</source>
   <translation>Close the list beside</translation>
  </message>
  <message>
   <source>Ghi số liệu của ô đang chọn; gõ số luôn cũng được</source>
   <translation>Enter the figure of the selected cell; or just type it</translation>
  </message>
  <message>
   <source>Bỏ số đã ghi</source>
   <translation>Remove the figure</translation>
  </message>
  <message>
   <source>In, xuất Excel, PDF trang tổng hợp</source>
   <translation>Print the summary, export it as Excel or PDF</translation>
  </message>
  <message>
   <source>xong {done}/{total}</source>
   <translation>done {done}/{total}</translation>
  </message>
  <message>
   <source>{month}: {due} việc đến hạn, xong {done}, quá hạn {late}</source>
   <translation>{month}: {due} tasks due, {done} done, {late} overdue</translation>
  </message>
  <message>
   <source>Mức giao: {aim}</source>
   <translation>Target: {aim}</translation>
  </message>
  <message>
   <source>Kết quả: {value}</source>
   <translation>Result: {value}</translation>
  </message>
  <message>
   <source>Mức giao</source>
   <translation>Target</translation>
  </message>
  <message>
   <source>Kết quả</source>
   <translation>Result</translation>
  </message>
  <message>
   <source>Kỳ, nguồn</source>
   <translation>Period, source</translation>
  </message>
  <message>
   <source>Đánh giá</source>
   <translation>Judgement</translation>
  </message>
  <message>
   <source>Ước cả năm</source>
   <translation>Year estimate</translation>
  </message>
  <message>
   <source>Các kỳ</source>
   <translation>Periods</translation>
  </message>
  <message>
   <source>Chưa giao đơn vị</source>
   <translation>No unit in charge</translation>
  </message>
  <message>
   <source>{count} quá hạn</source>
   <translation>{count} overdue</translation>
  </message>
  <message>
   <source>Hoàn thành {done}/{total}</source>
   <translation>Done {done}/{total}</translation>
  </message>
  <message>
   <source>Cộng</source>
   <translation>Total</translation>
  </message>
  <message>
   <source>{month}: không có việc đến hạn</source>
   <translation>{month}: no tasks due</translation>
  </message>
  <message>
   <source>không thực hiện {count}</source>
   <translation>not carried out {count}</translation>
  </message>
  <message>
   <source>Đến hạn</source>
   <translation>Due</translation>
  </message>
  <message>
   <source>Còn lại</source>
   <translation>Left</translation>
  </message>
  <message>
   <source>Tháng {month}</source>
   <translation>Month {month}</translation>
  </message>
  <message>
   <source>Tổng hợp chỉ tiêu, nhiệm vụ</source>
   <translation>Summary of indicators and tasks</translation>
  </message>
  <message>
   <source>Đến ngày {day}</source>
   <translation>As of {day}</translation>
  </message>
  <message>
   <source>Quá hạn: {unit}</source>
   <translation>Overdue: {unit}</translation>
  </message>
  <message>
   <source>Bấm vào một dòng để mở trong phụ lục.</source>
   <translation>Click a row to open it in the appendix.</translation>
  </message>
  <message>
   <source>Không có dòng nào.</source>
   <translation>There are no rows.</translation>
  </message>
  <message>
   <source>Đơn vị: {unit}</source>
   <translation>Unit: {unit}</translation>
  </message>
  <message>
   <source>Kỳ: {period}</source>
   <translation>Period: {period}</translation>
  </message>
  <message>
   <source>Kỳ mới nhất có số liệu</source>
   <translation>Newest period with figures</translation>
  </message>
  <message>
   <source>Chưa có kế hoạch nào. Trang này lấy nhiệm vụ và chỉ tiêu từ kế hoạch.</source>
   <translation>There is no plan yet. This page takes tasks and indicators from a plan.</translation>
  </message>
  <message>
   <source>Kế hoạch chưa có nhiệm vụ. Hãy ghi nhiệm vụ trong phụ lục.</source>
   <translation>The plan has no tasks yet. Enter tasks in the appendix.</translation>
  </message>
  <message>
   <source>Kế hoạch chưa có chỉ tiêu trong sổ. Chương trình tìm được các con số ghi trong lời văn.</source>
   <translation>The plan has no indicators in the workspace yet. The program finds the numbers written in its text.</translation>
  </message>
  <message>
   <source>Tìm chỉ tiêu trong kế hoạch</source>
   <translation>Find indicators in the plan</translation>
  </message>
  <message>
   <source>Các chỉ tiêu chưa có số liệu của năm {year}.</source>
   <translation>The indicators have no figures for {year} yet.</translation>
  </message>
  <message>
   <source>Nhập số liệu</source>
   <translation>Enter figures</translation>
  </message>
  <message>
   <source>Trang này lưu được thành PDF và Excel.</source>
   <translation>This page can be saved as PDF and Excel.</translation>
  </message>
  <message>
   <source>Đếm theo ngày đến hạn: nhiệm vụ lặp lại tính từng lần, có cả các báo cáo định kỳ của cơ quan.</source>
   <translation>Counted by day due: recurring tasks count each time, periodic reports of the office are included.</translation>
  </message>
  <message>
   <source>Vạch đứng là mức giao, hình thoi là mức ước cả năm theo tiến độ hiện nay.</source>
   <translation>The upright line is the target, the diamond the estimate for the year at the present pace.</translation>
  </message>
  <message>
   <source>Hoặc chỉ ghi kết quả</source>
   <translation>Or only the result</translation>
  </message>
  <message>
   <source>ví dụ: 94,5%</source>
   <translation>for example: 94,5%</translation>
  </message>
  <message>
   <source>Ghi số liệu</source>
   <translation>Store the figure</translation>
  </message>
  <message>
   <source>Không phát sinh</source>
   <translation>Nothing arose</translation>
  </message>
  <message>
   <source>Đã ghi số liệu. Ctrl+Z để hoàn tác.</source>
   <translation>Figure stored. Ctrl+Z takes it back.</translation>
  </message>
  <message>
   <source>Đang dùng: {value}</source>
   <translation>In use: {value}</translation>
  </message>
  <message>
   <source>Chưa có số liệu.</source>
   <translation>No figures yet.</translation>
  </message>
  <message>
   <source>Đã bỏ số liệu. Ctrl+Z để hoàn tác.</source>
   <translation>Figure removed. Ctrl+Z takes it back.</translation>
  </message>
  <message>
   <source>Số liệu khác của kỳ này</source>
   <translation>Other figures of this period</translation>
  </message>
  <message>
   <source>Ai đã ghi, lúc nào</source>
   <translation>Who entered it, when</translation>
  </message>
  <message>
   <source>KPS</source>
   <translation>KPS</translation>
  </message>
  <message>
   <source>Số liệu theo chỉ tiêu và kỳ</source>
   <translation>Figures by indicator and period</translation>
  </message>
  <message>
   <source>Còn {count} số khác</source>
   <translation>{count} other figures</translation>
  </message>
  <message>
   <source>Các kỳ báo cáo</source>
   <translation>Reporting periods</translation>
  </message>
  <message>
   <source>Theo tháng</source>
   <translation>By month</translation>
  </message>
  <message>
   <source>Theo quý</source>
   <translation>By quarter</translation>
  </message>
  <message>
   <source>Theo 6 tháng</source>
   <translation>By half-year</translation>
  </message>
  <message>
   <source>9 tháng</source>
   <translation>9 months</translation>
  </message>
  <message>
   <source>Cả năm</source>
   <translation>Whole year</translation>
  </message>
  <message>
   <source>Đã lấy {count} số liệu của {period} từ {file}.</source>
   <translation>{count} figures of {period} taken from {file}.</translation>
  </message>
  <message>
   <source>Đưa bảng số liệu vào…</source>
   <translation>Bring in a table of figures…</translation>
  </message>
  <message>
   <source>Chọn một ô để ghi số liệu và xem số đến từ đâu.</source>
   <translation>Choose a cell to enter a figure and to see where it comes from.</translation>
  </message>
  <message>
   <source>Bảng số liệu</source>
   <translation>Table of figures</translation>
  </message>
  <message>
   <source>Chọn bảng số liệu của {period}</source>
   <translation>Choose the table of figures of {period}</translation>
  </message>
  <message>
   <source>Đã lấy {count} số liệu. Ctrl+Z để hoàn tác.</source>
   <translation>{count} figures taken. Ctrl+Z takes it back.</translation>
  </message>
  <message>
   <source>Năm trước</source>
   <translation>Year before</translation>
  </message>
  <message>
   <source>Năm sau</source>
   <translation>Year after</translation>
  </message>
  <message>
   <source>Gõ số ngay trong ô, ví dụ 189/200 hoặc 94,5%; Enter để ghi và xuống dòng dưới. KPS: không phát sinh.</source>
   <translation>Type the figure into the cell, for example 189/200 or 94,5%; Enter stores it and goes down. KPS: nothing arose.</translation>
  </message>
  <message>
   <source>Đóng danh sách</source>
   <translation>Close the list</translation>
  </message>
  <message>
   <source>Mức giao là</source>
   <translation>The target is</translation>
  </message>
  <message>
   <source>Tăng, giảm mỗi năm</source>
   <translation>Change each year</translation>
  </message>
  <message>
   <source>Đến mức</source>
   <translation>Up to</translation>
  </message>
  <message>
   <source>Mức gốc</source>
   <translation>Base level</translation>
  </message>
  <message>
   <source>Tính trên</source>
   <translation>Measured on</translation>
  </message>
  <message>
   <source>Câu trong kế hoạch</source>
   <translation>Sentence in the plan</translation>
  </message>
  <message>
   <source>Con số ghi trong kế hoạch, ví dụ 95 hoặc 94,5</source>
   <translation>The number in the plan, for example 95 or 94,5</translation>
  </message>
  <message>
   <source>20 là 20 điểm phần trăm; -20% là giảm một phần năm của năm trước</source>
   <translation>20 is 20 percentage points; -20% is one fifth less than the year before</translation>
  </message>
  <message>
   <source>Mức cuối cùng, hoặc đầu trên khi kế hoạch ghi một khoảng</source>
   <translation>The last level, or the upper end when the plan gives a range</translation>
  </message>
  <message>
   <source>Năm và mức mà việc tăng, giảm tính từ đó</source>
   <translation>Year and level the change is counted from</translation>
  </message>
  <message>
   <source>Mẫu số theo lời kế hoạch</source>
   <translation>The denominator in the words of the plan</translation>
  </message>
  <message>
   <source>Xem trong kế hoạch</source>
   <translation>Show in the plan</translation>
  </message>
  <message>
   <source>Số liệu các kỳ</source>
   <translation>Figures by period</translation>
  </message>
  <message>
   <source>Kế hoạch đã ban hành: mức giao giữ như đã ký. Sửa được chỉ tiêu gắn với nó, mức gốc, cách tính.</source>
   <translation>Issued plan: targets stay as signed. The indicator, the base level and the way of computing can be changed.</translation>
  </message>
  <message>
   <source>Chương trình tìm các con số trong lời văn của kế hoạch; tick những chỉ tiêu đúng là xong.</source>
   <translation>The program finds the numbers in the text of the plan; just tick the right ones.</translation>
  </message>
  <message>
   <source>“{name}” không còn được theo dõi. Lời văn của kế hoạch và số liệu giữ nguyên. Hoàn tác được bằng Ctrl+Z.</source>
   <translation>“{name}” is no longer followed. The text of the plan and the figures stay. Can be undone with Ctrl+Z.</translation>
  </message>
  <message>
   <source>Kế hoạch chưa có chỉ tiêu trong sổ</source>
   <translation>The plan has no indicators in the workspace yet</translation>
  </message>
  <message>
   <source>Chọn một chỉ tiêu để xem câu trong kế hoạch, số liệu các kỳ và sửa.</source>
   <translation>Choose an indicator to see its sentence in the plan and its figures, and to edit it.</translation>
  </message>
  <message>
   <source>Bỏ chỉ tiêu này?</source>
   <translation>Remove this indicator?</translation>
  </message>
  <message>
   <source>Bỏ chỉ tiêu</source>
   <translation>Remove the indicator</translation>
  </message>
  <message>
   <source>Không tìm thấy con số nào khác trong lời văn của kế hoạch.</source>
   <translation>No other numbers were found in the text of the plan.</translation>
  </message>
  <message>
   <source>Đã nhận {count} chỉ tiêu. Ctrl+Z để hoàn tác.</source>
   <translation>{count} indicators taken. Ctrl+Z takes it back.</translation>
  </message>
  <message>
   <source>Đã thêm chỉ tiêu. Ctrl+Z để hoàn tác.</source>
   <translation>Indicator added. Ctrl+Z takes it back.</translation>
  </message>
  <message>
   <source>Chưa gắn với chỉ tiêu nào</source>
   <translation>No indicator chosen yet</translation>
  </message>
  <message>
   <source>Đạt</source>
   <translation>Met</translation>
  </message>
  <message>
   <source>Gần đạt</source>
   <translation>Nearly met</translation>
  </message>
  <message>
   <source>Chưa đạt</source>
   <translation>Not met</translation>
  </message>
  <message>
   <source>Chưa có số liệu</source>
   <translation>No figures yet</translation>
  </message>
  <message>
   <source>Chưa có mức để so</source>
   <translation>No level to compare with</translation>
  </message>
  <message>
   <source>nhập tay</source>
   <translation>by hand</translation>
  </message>
  <message>
   <source>từ tệp</source>
   <translation>from a file</translation>
  </message>
  <message>
   <source>ít nhất (≥)</source>
   <translation>at least (≥)</translation>
  </message>
  <message>
   <source>nhiều nhất (≤)</source>
   <translation>at most (≤)</translation>
  </message>
  <message>
   <source>đúng bằng (=)</source>
   <translation>exactly (=)</translation>
  </message>
  <message>
   <source>tăng, giảm mỗi năm</source>
   <translation>up or down each year</translation>
  </message>
  <message>
   <source>theo mức cấp trên giao</source>
   <translation>as assigned by the superior</translation>
  </message>
  <message>
   <source>năm nay {level}</source>
   <translation>this year {level}</translation>
  </message>
  <message>
   <source>{period}, {origin}</source>
   <translation>{period}, {origin}</translation>
  </message>
  <message>
   <source>{value}, cấp trên giao</source>
   <translation>{value}, assigned by the superior</translation>
  </message>
  <message>
   <source>{low} đến {high}</source>
   <translation>{low} to {high}</translation>
  </message>
  <message>
   <source>{points} điểm %</source>
   <translation>{points} points</translation>
  </message>
  <message>
   <source>mỗi năm tăng {size}</source>
   <translation>up {size} each year</translation>
  </message>
  <message>
   <source>mỗi năm giảm {size}</source>
   <translation>down {size} each year</translation>
  </message>
  <message>
   <source>{growth}, đến {limit}</source>
   <translation>{growth}, to {limit}</translation>
  </message>
  <message>
   <source>chưa ghi mức gốc</source>
   <translation>no base level yet</translation>
  </message>
  <message>
   <source>{judged}, {gap}</source>
   <translation>{judged}, {gap}</translation>
  </message>
  <message>
   <source>vượt {size}</source>
   <translation>{size} above</translation>
  </message>
  <message>
   <source>thiếu {size}</source>
   <translation>{size} short</translation>
  </message>
  <message>
   <source>cả năm ước {value}</source>
   <translation>year estimate {value}</translation>
  </message>
  <message>
   <source>dưới mức trần {size}</source>
   <translation>{size} below the limit</translation>
  </message>
  <message>
   <source>quá mức trần {size}</source>
   <translation>{size} over the limit</translation>
  </message>
  <message>
   <source>Trang in của báo cáo</source>
   <translation>Printed pages of the report</translation>
  </message>
  <message>
   <source>Hãy mở một kế hoạch trước</source>
   <translation>Open a plan first</translation>
  </message>
  <message>
   <source>Chỉ đọc</source>
   <translation>Read-only</translation>
  </message>
  <message>
   <source>Sổ ở ổ mạng, ổ rời hoặc thư mục đồng bộ</source>
   <translation>Workspace on a network, removable or synced folder</translation>
  </message>
  <message>
   <source>Chế độ mang theo (USB)</source>
   <translation>Portable (USB)</translation>
  </message>
  <message>
   <source>Dữ liệu mẫu: cứ sửa thử thoải mái, sổ của cơ quan không bị ảnh hưởng.</source>
   <translation>Sample data: try anything, the workspace of the office is not touched.</translation>
  </message>
  <message>
   <source>Về sổ của cơ quan</source>
   <translation>Back to the office's workspace</translation>
  </message>
  <message>
   <source>Sổ đang mở chỉ để đọc: xem, in, xuất tệp được; sửa thì không.</source>
   <translation>The workspace is open for reading only: you can view, print and export, but not edit.</translation>
  </message>
  <message>
   <source>Đã lưu {time}</source>
   <translation>Saved {time}</translation>
  </message>
  <message>
   <source>Mọi thứ đã lưu</source>
   <translation>Everything is saved</translation>
  </message>
  <message>
   <source>Đã sao lưu {time}</source>
   <translation>Backed up {time}</translation>
  </message>
  <message>
   <source>Chưa sao lưu</source>
   <translation>Not backed up yet</translation>
  </message>
  <message>
   <source>Chưa sao lưu được, sẽ thử lại</source>
   <translation>The backup did not work, it will be tried again</translation>
  </message>
  <message>
   <source>Mục đích, yêu cầu</source>
   <translation>Aims, requirements</translation>
  </message>
  <message>
   <source>Kinh phí</source>
   <translation>Funding</translation>
  </message>
  <message>
   <source>Tổ chức thực hiện</source>
   <translation>Organisation</translation>
  </message>
  <message>
   <source>Nơi nhận, người ký</source>
   <translation>Recipients, signer</translation>
  </message>
  <message>
   <source>Kiểm tra lại</source>
   <translation>Review</translation>
  </message>
  <message>
   <source>Dự thảo, đã soạn xong các bước</source>
   <translation>Draft, all steps written</translation>
  </message>
  <message>
   <source>Đã trình, chờ ký</source>
   <translation>Submitted, waiting for signature</translation>
  </message>
  <message>
   <source>Dự thảo, đang soạn: {step}</source>
   <translation>Draft, at the step: {step}</translation>
  </message>
  <message>
   <source>bản {number}</source>
   <translation>version {number}</translation>
  </message>
  <message>
   <source>Soạn tiếp: {step}</source>
   <translation>Go on: {step}</translation>
  </message>
  <message>
   <source>Bổ sung {count} chỗ thiếu</source>
   <translation>Fill in {count} missing places</translation>
  </message>
  <message>
   <source>Đã ban hành ngày {day}</source>
   <translation>Issued on {day}</translation>
  </message>
  <message>
   <source>{issued}, đã có bản sửa đổi</source>
   <translation>{issued}, a revised version exists</translation>
  </message>
  <message>
   <source>Gắn bản đã ký</source>
   <translation>Attach the signed copy</translation>
  </message>
  <message>
   <source>Phần đầu của văn bản khi in</source>
   <translation>The head of the document as printed</translation>
  </message>
  <message>
   <source>Tên</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Chỉ tên riêng, ví dụ: Hòa Bình</source>
   <translation>Only the proper name, for example: Hòa Bình</translation>
  </message>
  <message>
   <source>Cấp trên</source>
   <translation>Superior</translation>
  </message>
  <message>
   <source>Cơ quan nhận báo cáo, ví dụ: UBND tỉnh Bắc Ninh</source>
   <translation>The body that receives the reports, for example: UBND tỉnh Bắc Ninh</translation>
  </message>
  <message>
   <source>Đứng trước ngày tháng trên văn bản, thường là tên xã, phường</source>
   <translation>Stands before the date on documents, usually the name of the commune</translation>
  </message>
  <message>
   <source>Ký hiệu</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Phần sau số của văn bản, ví dụ KH-UBND</source>
   <translation>The part after the number, for example KH-UBND</translation>
  </message>
  <message>
   <source>Cơ quan chủ quản</source>
   <translation>Body above the office</translation>
  </message>
  <message>
   <source>Dòng in trên tên cơ quan. Thường bỏ trống, vì văn bản của UBND không ghi dòng này (NĐ 30/2020, Phụ lục I)</source>
   <translation>Printed above the name of the office. Usually empty: a People's Committee names no body above it (NĐ 30/2020, Phụ lục I)</translation>
  </message>
  <message>
   <source>Đơn vị soạn thảo</source>
   <translation>Drafting unit</translation>
  </message>
  <message>
   <source>Đơn vị tham mưu kế hoạch; chọn trong các đơn vị ở trên</source>
   <translation>The unit that prepares the plan; choose among the units above</translation>
  </message>
  <message>
   <source>Họ và tên</source>
   <translation>Full name</translation>
  </message>
  <message>
   <source>Chức vụ</source>
   <translation>Position</translation>
  </message>
  <message>
   <source>Thẩm quyền ký</source>
   <translation>Authority to sign</translation>
  </message>
  <message>
   <source>Tên đơn vị, chức danh</source>
   <translation>Unit or post</translation>
  </message>
  <message>
   <source>Tên tắt</source>
   <translation>Short name</translation>
  </message>
  <message>
   <source>VP-TK</source>
   <translation>VP-TK</translation>
  </message>
  <message>
   <source>Cách gọi khác, cách nhau bằng dấu ;</source>
   <translation>Other names, separated by ;</translation>
  </message>
  <message>
   <source>Gõ tên tắt hoặc cách gọi khác khi phân công, chương trình nhận ra đúng đơn vị.</source>
   <translation>When assigning tasks, type the short name or another name and the program finds the unit.</translation>
  </message>
  <message>
   <source>Cơ quan của bạn</source>
   <translation>Your office</translation>
  </message>
  <message>
   <source>Thêm người ký</source>
   <translation>Add a signer</translation>
  </message>
  <message>
   <source>Văn bản</source>
   <translation>Document</translation>
  </message>
  <message>
   <source>Người đầu tiên được điền sẵn vào kế hoạch mới.</source>
   <translation>The first one is filled into every new plan.</translation>
  </message>
  <message>
   <source>Đơn vị, chức danh thực hiện</source>
   <translation>Units and posts that carry out tasks</translation>
  </message>
  <message>
   <source>Kế hoạch cần tên cơ quan: hãy điền bốn ô đầu.</source>
   <translation>A plan needs the name of the office: fill in the first four fields.</translation>
  </message>
  <message>
   <source>Bốn ô này là đủ để soạn kế hoạch. Điền xong ô nào, lưu ngay ô ấy.</source>
   <translation>These four fields are enough to write a plan. Each one is stored as soon as it is filled in.</translation>
  </message>
  <message>
   <source>Xã</source>
   <translation>Commune</translation>
  </message>
  <message>
   <source>Phường</source>
   <translation>Ward</translation>
  </message>
  <message>
   <source>Đặc khu</source>
   <translation>Special zone</translation>
  </message>
  <message>
   <source>6 tháng đầu năm {year}</source>
   <translation>half-year 1/{year}</translation>
  </message>
  <message>
   <source>6 tháng cuối năm {year}</source>
   <translation>half-year 2/{year}</translation>
  </message>
  <message>
   <source>9 tháng đầu năm {year}</source>
   <translation>9 months of {year}</translation>
  </message>
  <message>
   <source>6 tháng đầu</source>
   <translation>Half-year 1</translation>
  </message>
  <message>
   <source>6 tháng cuối</source>
   <translation>Half-year 2</translation>
  </message>
  <message>
   <source>tháng {month}/{year}</source>
   <translation>month {month}/{year}</translation>
  </message>
  <message>
   <source>quý {quarter}/{year}</source>
   <translation>quarter {quarter}/{year}</translation>
  </message>
  <message>
   <source>Quý {quarter}</source>
   <translation>Quarter {quarter}</translation>
  </message>
  <message>
   <source>từ ngày {start} đến ngày {end}</source>
   <translation>{start} to {end}</translation>
  </message>
  <message>
   <source>Tệp PDF</source>
   <translation>PDF file</translation>
  </message>
  <message>
   <source>Tệp Word</source>
   <translation>Word file</translation>
  </message>
  <message>
   <source>Bảng Excel</source>
   <translation>Excel table</translation>
  </message>
  <message>
   <source>Tệp lịch</source>
   <translation>Calendar file</translation>
  </message>
  <message>
   <source>Chưa có kế hoạch mới nào được lập. Các dấu và chữ vừa sửa trong danh sách này sẽ bị bỏ.</source>
   <translation>No new plan has been made yet. The ticks and the texts changed in this list are lost.</translation>
  </message>
  <message>
   <source>Hoàn tác việc ban hành kế hoạch năm {year}?</source>
   <translation>Undo issuing the plan of {year}?</translation>
  </message>
  <message>
   <source>Số và ngày ban hành vừa ghi sẽ bị bỏ, kế hoạch trở lại như trước khi ban hành và sửa được. Kế hoạch đã ký và phát hành trên giấy thì nên giữ nguyên; cần sửa thì lập bản sửa đổi.</source>
   <translation>The number and the day of issue just entered go away; the plan is as before and can be edited. When it has been signed and sent out on paper, better keep it; to change it, make an amended version.</translation>
  </message>
  <message>
   <source>Lập bản sửa đổi của kế hoạch số {number}?</source>
   <translation>Make a revised version of plan number {number}?</translation>
  </message>
  <message>
   <source>Chương trình chép kế hoạch thành một dự thảo mới (bản {number}) để sửa rồi ban hành lại. Bản đã ký giữ nguyên như lúc ký.</source>
   <translation>The plan is copied into a new draft (version {number}) to be edited and issued again. The signed copy stays as it was signed.</translation>
  </message>
  <message>
   <source>Xóa kế hoạch năm {year}?</source>
   <translation>Delete the plan of {year}?</translation>
  </message>
  <message>
   <source>“{title}” cùng mọi nhiệm vụ của nó bị bỏ khỏi sổ. Hoàn tác được bằng Ctrl+Z.</source>
   <translation>“{title}” and all its tasks leave the workspace. Can be undone with Ctrl+Z.</translation>
  </message>
  <message>
   <source>Thôi lập kế hoạch năm sau?</source>
   <translation>Give up making next year's plan?</translation>
  </message>
  <message>
   <source>Bỏ</source>
   <translation>Give up</translation>
  </message>
  <message>
   <source>Hoàn tác việc ban hành</source>
   <translation>Undo the issuing</translation>
  </message>
  <message>
   <source>Xuất kế hoạch</source>
   <translation>Export the plan</translation>
  </message>
  <message>
   <source>Lưu bảng theo dõi</source>
   <translation>Save the tracking table</translation>
  </message>
  <message>
   <source>Ở lại</source>
   <translation>Stay</translation>
  </message>
  <message>
   <source>Giữ nguyên</source>
   <translation>Keep</translation>
  </message>
  <message>
   <source>Xóa kế hoạch</source>
   <translation>Delete the plan</translation>
  </message>
  <message>
   <source>Lưu lịch</source>
   <translation>Save the calendar</translation>
  </message>
  <message>
   <source>Xuất báo cáo</source>
   <translation>Export the report</translation>
  </message>
  <message>
   <source>In ra tệp PDF</source>
   <translation>Print to a PDF file</translation>
  </message>
  <message>
   <source>Kế hoạch mới đi từ mẫu có sẵn, từng bước; nghỉ lúc nào cũng được.</source>
   <translation>A new plan starts from ready-made texts, step by step; stop whenever you like.</translation>
  </message>
  <message>
   <source> (bản {number})</source>
   <translation> (version {number})</translation>
  </message>
  <message>
   <source>Mở: {title}</source>
   <translation>Open: {title}</translation>
  </message>
  <message>
   <source>Việc khác: {title}</source>
   <translation>More: {title}</translation>
  </message>
  <message>
   <source>Số {number}</source>
   <translation>Number {number}</translation>
  </message>
  <message>
   <source>{count} nhiệm vụ</source>
   <translation>{count} tasks</translation>
  </message>
  <message>
   <source>Sổ chưa có kế hoạch nào</source>
   <translation>There is no plan in the workspace yet</translation>
  </message>
  <message>
   <source>Chưa có trích yếu</source>
   <translation>No title yet</translation>
  </message>
  <message>
   <source>Trang sau</source>
   <translation>Next page</translation>
  </message>
  <message>
   <source>Thu nhỏ trang (Ctrl + lăn chuột)</source>
   <translation>Smaller page (Ctrl + wheel)</translation>
  </message>
  <message>
   <source>Phóng to trang (Ctrl + lăn chuột)</source>
   <translation>Larger page (Ctrl + wheel)</translation>
  </message>
  <message>
   <source>Vừa chiều rộng</source>
   <translation>Fit the width</translation>
  </message>
  <message>
   <source>Trang {page}/{pages}</source>
   <translation>Page {page}/{pages}</translation>
  </message>
  <message>
   <source>Ẩn trang in</source>
   <translation>Hide the printed page</translation>
  </message>
  <message>
   <source>Trang in của kế hoạch</source>
   <translation>Printed pages of the plan</translation>
  </message>
  <message>
   <source>Xem trước và in</source>
   <translation>Preview and print</translation>
  </message>
  <message>
   <source>Các trang sẽ in</source>
   <translation>Pages to be printed</translation>
  </message>
  <message>
   <source>Máy in</source>
   <translation>Printer</translation>
  </message>
  <message>
   <source>Tất cả {count} trang</source>
   <translation>All {count} pages</translation>
  </message>
  <message>
   <source>Trang đang xem</source>
   <translation>The page shown</translation>
  </message>
  <message>
   <source>Các trang:</source>
   <translation>Pages:</translation>
  </message>
  <message>
   <source>Các trang cần in</source>
   <translation>Pages to print</translation>
  </message>
  <message>
   <source>Số bản</source>
   <translation>Copies</translation>
  </message>
  <message>
   <source>In hai mặt (nếu máy in có)</source>
   <translation>Both sides (if the printer can)</translation>
  </message>
  <message>
   <source>In</source>
   <translation>Print</translation>
  </message>
  <message>
   <source>Trang in</source>
   <translation>Printed pages</translation>
  </message>
  <message>
   <source>Ghi tệp PDF…</source>
   <translation>Write PDF file…</translation>
  </message>
  <message>
   <source>ví dụ 1-3, 5</source>
   <translation>for example 1-3, 5</translation>
  </message>
  <message>
   <source>Hãy ghi các trang từ 1 đến {count}, ví dụ 1-3, 5.</source>
   <translation>Enter pages from 1 to {count}, for example 1-3, 5.</translation>
  </message>
  <message>
   <source>Máy in không nhận lệnh in. Hãy kiểm tra máy in đã bật và nối với máy tính, rồi bấm In lại.</source>
   <translation>The printer did not take the job. Check that it is on and connected, then press Print again.</translation>
  </message>
  <message>
   <source>Các chỗ đã chỉnh của kế hoạch đang xem lại sẽ bị bỏ. Tệp gốc và sổ không thay đổi.</source>
   <translation>The corrections made to the plan under review are lost. The file and the workspace do not change.</translation>
  </message>
  <message>
   <source>Kế hoạch đã ban hành vào sổ rồi thì nội dung không sửa được nữa; chỉ lập được bản sửa đổi.</source>
   <translation>Once an issued plan is in the workspace its content can no longer be edited; only a revised version can be made.</translation>
  </message>
  <message>
   <source>Thôi xem lại kế hoạch này?</source>
   <translation>Give up reviewing this plan?</translation>
  </message>
  <message>
   <source>Còn {count} chỗ chưa xem lại</source>
   <translation>{count} places have not been looked at</translation>
  </message>
  <message>
   <source>Đóng khi kế hoạch đang xem lại chưa đưa vào sổ?</source>
   <translation>Close while the plan under review is not in the workspace?</translation>
  </message>
  <message>
   <source>Các chỗ đã chỉnh sẽ mất; lần sau phải mở lại tệp gốc. Tệp gốc và sổ không thay đổi.</source>
   <translation>The corrections are lost; next time the original file must be opened again. The file and the workspace do not change.</translation>
  </message>
  <message>
   <source>Xem tiếp</source>
   <translation>Go on reviewing</translation>
  </message>
  <message>
   <source>Đã đưa kế hoạch vào sổ.</source>
   <translation>The plan is in the workspace.</translation>
  </message>
  <message>
   <source>Kế hoạch đọc từ “{name}” chưa đưa vào sổ; các chỗ đã chỉnh vẫn còn.</source>
   <translation>The plan read from “{name}” is not in the workspace yet; the corrections are still there.</translation>
  </message>
  <message>
   <source>Đã đưa kế hoạch vào sổ, tệp gốc “{name}” được giữ kèm (Kế hoạch › Bản đã ký, tệp gốc).</source>
   <translation>The plan is in the workspace, with its file “{name}” (Plan › Signed copy, original file).</translation>
  </message>
  <message>
   <source>Còn {count} chỗ chưa xem lại.</source>
   <translation>{count} places have not been looked at.</translation>
  </message>
  <message>
   <source>Xem lại</source>
   <translation>Look again</translation>
  </message>
  <message>
   <source>1 giờ nữa</source>
   <translation>In an hour</translation>
  </message>
  <message>
   <source>Ngày mai</source>
   <translation>Tomorrow</translation>
  </message>
  <message>
   <source>Tuần sau</source>
   <translation>Next week</translation>
  </message>
  <message>
   <source>Ngày khác…</source>
   <translation>Another day…</translation>
  </message>
  <message>
   <source>Nhắc lại sau</source>
   <translation>Remind later</translation>
  </message>
  <message>
   <source>Nhắc lại vào ngày</source>
   <translation>Remind again on</translation>
  </message>
  <message>
   <source>Nhắc ngày này</source>
   <translation>Remind on this day</translation>
  </message>
  <message>
   <source>Đã xong</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>Hãy ghi một ngày sau hôm nay.</source>
   <translation>Enter a day after today.</translation>
  </message>
  <message>
   <source>Không nhắc nữa</source>
   <translation>Do not remind again</translation>
  </message>
  <message>
   <source>Khi có việc sắp đến hạn hoặc quá hạn, chương trình nhắc một lần ở đây.</source>
   <translation>When something is due soon or overdue, you are reminded of it here once.</translation>
  </message>
  <message>
   <source>Sẽ nhắc lại lúc {time}: {name}</source>
   <translation>Reminding again at {time}: {name}</translation>
  </message>
  <message>
   <source>Không nhắc nữa, việc vẫn ở Tổng quan và Lịch: {name}</source>
   <translation>No more reminders; it stays in Overview and Calendar: {name}</translation>
  </message>
  <message>
   <source>Về Tổng quan</source>
   <translation>To the overview</translation>
  </message>
  <message>
   <source>Không còn việc nào phải nhắc</source>
   <translation>Nothing left to remind of</translation>
  </message>
  <message>
   <source>và {count} việc khác, xem ở Tổng quan</source>
   <translation>and {count} more, see the overview</translation>
  </message>
  <message>
   <source>Nhắc {count} việc</source>
   <translation>{count} reminders</translation>
  </message>
  <message>
   <source>Xem</source>
   <translation>Show</translation>
  </message>
  <message>
   <source>Chưa xem được việc cần nhắc, sẽ thử lại</source>
   <translation>Could not look for reminders, will try again</translation>
  </message>
  <message>
   <source>KH Desktop vẫn chạy để nhắc việc</source>
   <translation>KH Desktop goes on running to remind you</translation>
  </message>
  <message>
   <source>Mở lại bằng biểu tượng này; chọn Thoát để đóng hẳn.</source>
   <translation>Open it again with this icon; choose Exit to close it for good.</translation>
  </message>
  <message>
   <source>Mở cửa sổ</source>
   <translation>Open the window</translation>
  </message>
  <message>
   <source>Báo cáo {period}</source>
   <translation>Report on {period}</translation>
  </message>
  <message>
   <source>Thả vào đây các tệp Excel do hệ thống một cửa xuất ra, mỗi hệ thống một tệp; nhiều tệp cùng lúc cũng được.</source>
   <translation>Drop the Excel files exported by the one-stop systems here, one file of each system; several at once will do.</translation>
  </message>
  <message>
   <source>Đã đưa {count} bảng vào {period}.</source>
   <translation>{count} tables added to {period}.</translation>
  </message>
  <message>
   <source>Nhập tệp số liệu…</source>
   <translation>Bring in files…</translation>
  </message>
  <message>
   <source>Bỏ tệp này</source>
   <translation>Remove this file</translation>
  </message>
  <message>
   <source>Còn thiếu</source>
   <translation>Missing</translation>
  </message>
  <message>
   <source>Kỳ này chưa có số liệu</source>
   <translation>This period has no figures yet</translation>
  </message>
  <message>
   <source>Số liệu của kỳ này được gõ thẳng vào biểu</source>
   <translation>The figures of this period are typed into the form</translation>
  </message>
  <message>
   <source>Nhập tệp số liệu</source>
   <translation>Bring in files of figures</translation>
  </message>
  <message>
   <source>Đang đọc {count} tệp…</source>
   <translation>Reading {count} files…</translation>
  </message>
  <message>
   <source>Đã dừng đọc tệp. Chưa có gì thay đổi.</source>
   <translation>Reading was stopped. Nothing has changed.</translation>
  </message>
  <message>
   <source>Còn thiếu: {what}</source>
   <translation>Missing: {what}</translation>
  </message>
  <message>
   <source>Không cộng vào biểu: {names}.</source>
   <translation>Not added to the form: {names}.</translation>
  </message>
  <message>
   <source>Đã bỏ {count} dòng sai.</source>
   <translation>{count} wrong rows left out.</translation>
  </message>
  <message>
   <source>{count} hồ sơ đã có trong tệp khác, chỉ tính một lần.</source>
   <translation>{count} dossiers are in another file already and are counted once.</translation>
  </message>
  <message>
   <source>Kỳ này đã có tệp cùng kiểu ({names}); số liệu được cộng lại.</source>
   <translation>This period has a file of the same kind ({names}); the figures are added up.</translation>
  </message>
  <message>
   <source>Đã bỏ {name}.</source>
   <translation>{name} removed.</translation>
  </message>
  <message>
   <source>Không có tệp thì gõ thẳng số vào biểu.</source>
   <translation>Without files, type the numbers into the form.</translation>
  </message>
  <message>
   <source>Gõ thẳng vào biểu II.06a</source>
   <translation>Type into form II.06a</translation>
  </message>
  <message>
   <source>Xem biểu II.06a</source>
   <translation>See form II.06a</translation>
  </message>
  <message>
   <source>Tệp số liệu</source>
   <translation>Files</translation>
  </message>
  <message>
   <source>Tệp</source>
   <translation>File</translation>
  </message>
  <message>
   <source>Kiểu bảng</source>
   <translation>Kind of table</translation>
  </message>
  <message>
   <source>Số dòng</source>
   <translation>Rows</translation>
  </message>
  <message>
   <source>Tiếp nhận</source>
   <translation>Received</translation>
  </message>
  <message>
   <source>Đã giải quyết</source>
   <translation>Settled</translation>
  </message>
  <message>
   <source>Đang giải quyết</source>
   <translation>In progress</translation>
  </message>
  <message>
   <source>Hồ sơ trùng</source>
   <translation>Duplicates</translation>
  </message>
  <message>
   <source>Nhập lúc</source>
   <translation>Brought in</translation>
  </message>
  <message>
   <source>Các tệp số liệu của kỳ</source>
   <translation>Files of figures of the period</translation>
  </message>
  <message>
   <source>không cộng vào biểu</source>
   <translation>not added to the form</translation>
  </message>
  <message>
   <source>bỏ {count} dòng sai</source>
   <translation>{count} wrong rows left out</translation>
  </message>
  <message>
   <source>{who} nhập lúc {when}</source>
   <translation>Brought in by {who}, {when}</translation>
  </message>
  <message>
   <source>{count} hồ sơ đã có trong tệp khác, không tính lần nữa</source>
   <translation>{count} dossiers are in another file already, not counted again</translation>
  </message>
  <message>
   <source>trang {sheet}</source>
   <translation>sheet {sheet}</translation>
  </message>
  <message>
   <source>“{text}” không phải là số hồ sơ. Hãy ghi số nguyên không âm, ví dụ 12.</source>
   <translation>“{text}” is not a number of dossiers. Write a whole number, not negative, for example 12.</translation>
  </message>
  <message>
   <source>Ô số liệu</source>
   <translation>Cell</translation>
  </message>
  <message>
   <source>Thêm lĩnh vực…</source>
   <translation>Add a field…</translation>
  </message>
  <message>
   <source>Thêm dòng…</source>
   <translation>Add a row…</translation>
  </message>
  <message>
   <source>Tổng số</source>
   <translation>Total</translation>
  </message>
  <message>
   <source>Không khớp: dòng tổng của tệp ghi {found}</source>
   <translation>Does not agree: the total row of the file says {found}</translation>
  </message>
  <message>
   <source>Không khớp {rule}: {found}, cộng lại là {expected}</source>
   <translation>{rule} does not agree: {found}, adding up gives {expected}</translation>
  </message>
  <message>
   <source>Dòng nhập tay, thay cho số trong tệp</source>
   <translation>Entered by hand, instead of the numbers of the files</translation>
  </message>
  <message>
   <source>{file}, trang {sheet}: {count}</source>
   <translation>{file}, sheet {sheet}: {count}</translation>
  </message>
  <message>
   <source>Nhập tay: {count} ({who}, {when})</source>
   <translation>By hand: {count} ({who}, {when})</translation>
  </message>
  <message>
   <source>{file}, trang {sheet}, dòng {row}: {count}</source>
   <translation>{file}, sheet {sheet}, row {row}: {count}</translation>
  </message>
  <message>
   <source>Chỗ không khớp</source>
   <translation>Places that do not agree</translation>
  </message>
  <message>
   <source>{count} chỗ không khớp (F8)</source>
   <translation>{count} places do not agree (F8)</translation>
  </message>
  <message>
   <source>Cột (3) nhiều hơn (7)+(11) đúng {count} hồ sơ rút, dừng, trả lại không tính vào cột nào.</source>
   <translation>Column (3) exceeds (7)+(11) by exactly the {count} dossiers withdrawn, stopped or returned, which are counted in no column.</translation>
  </message>
  <message>
   <source>không rõ ai</source>
   <translation>unknown</translation>
  </message>
  <message>
   <source>Mọi phép cộng đều khớp</source>
   <translation>All sums agree</translation>
  </message>
  <message>
   <source>Số này từ đâu</source>
   <translation>Where the number comes from</translation>
  </message>
  <message>
   <source>Bỏ dòng nhập tay</source>
   <translation>Remove this row</translation>
  </message>
  <message>
   <source>Biểu II.06a</source>
   <translation>Form II.06a</translation>
  </message>
  <message>
   <source>Phản ánh, kiến nghị</source>
   <translation>Complaints and suggestions</translation>
  </message>
  <message>
   <source>Rà soát thủ tục</source>
   <translation>Review of procedures</translation>
  </message>
  <message>
   <source>Hồ sơ rút, dừng: tính vào đúng hạn</source>
   <translation>Withdrawn and stopped dossiers: counted as on time</translation>
  </message>
  <message>
   <source>Hồ sơ rút, dừng: tính vào đang giải quyết</source>
   <translation>Withdrawn and stopped dossiers: counted as in progress</translation>
  </message>
  <message>
   <source>Hồ sơ rút, dừng: không tính, ghi chú riêng</source>
   <translation>Withdrawn and stopped dossiers: not counted, noted apart</translation>
  </message>
  <message>
   <source>Các biểu</source>
   <translation>Forms</translation>
  </message>
  <message>
   <source>Hồ sơ rút, dừng, trả lại</source>
   <translation>Dossiers withdrawn, stopped, returned</translation>
  </message>
  <message>
   <source>Sửa mẫu biểu…</source>
   <translation>Edit the forms…</translation>
  </message>
  <message>
   <source>Đã bỏ dòng nhập tay. Ctrl+Z để hoàn tác.</source>
   <translation>Row entered by hand removed. Ctrl+Z takes it back.</translation>
  </message>
  <message>
   <source>Chưa có dòng nào. Gõ tên lĩnh vực vào dòng đầu của biểu rồi gõ số, hoặc nhập tệp ở bước Số liệu.</source>
   <translation>There are no rows yet. Type the name of a field into the first row of the form, then the numbers, or bring in files in the step Figures.</translation>
  </message>
  <message>
   <source>Dòng này thay cho số trong tệp.</source>
   <translation>This row stands instead of the numbers of the files.</translation>
  </message>
  <message>
   <source>Biểu đã có dòng “{name}”.</source>
   <translation>The form has a row “{name}” already.</translation>
  </message>
  <message>
   <source>Dòng này từ tệp. Muốn bỏ thì bỏ tệp ở bước Số liệu, hoặc gõ số khác vào ô.</source>
   <translation>This row comes from a file. Remove the file in the step Figures, or type other numbers.</translation>
  </message>
  <message>
   <source>Số biểu</source>
   <translation>Number of the form</translation>
  </message>
  <message>
   <source>Tên biểu</source>
   <translation>Title of the form</translation>
  </message>
  <message>
   <source>Chỉ in khi đã đối chiếu với văn bản gốc</source>
   <translation>Printed only when compared with the original</translation>
  </message>
  <message>
   <source>Mẫu biểu của văn phòng</source>
   <translation>Forms of the office</translation>
  </message>
  <message>
   <source>Biểu</source>
   <translation>Form</translation>
  </message>
  <message>
   <source>Đã đối chiếu với văn bản gốc</source>
   <translation>Compared with the original document</translation>
  </message>
  <message>
   <source>Về như ban đầu</source>
   <translation>Back to the original</translation>
  </message>
  <message>
   <source>In dưới số biểu: {line}</source>
   <translation>Printed under the number of the form: {line}</translation>
  </message>
  <message>
   <source>Tên các cột (số cột và phép cộng giữ nguyên)</source>
   <translation>Names of the columns (numbers and sums stay)</translation>
  </message>
  <message>
   <source>Tên cột {number}</source>
   <translation>Name of column {number}</translation>
  </message>
  <message>
   <source>Bước trước, bước sau</source>
   <translation>Step before, step after</translation>
  </message>
  <message>
   <source>Kỳ trước, kỳ sau</source>
   <translation>Period before, period after</translation>
  </message>
  <message>
   <source>Chọn kỳ khác</source>
   <translation>Choose another period</translation>
  </message>
  <message>
   <source>Đến chỗ không khớp tiếp theo</source>
   <translation>To the next place that does not agree</translation>
  </message>
  <message>
   <source>Thêm lĩnh vực</source>
   <translation>Add a field</translation>
  </message>
  <message>
   <source>Sửa số trong ô</source>
   <translation>Edit the number in the cell</translation>
  </message>
  <message>
   <source>Bỏ tệp hoặc dòng nhập tay đang chọn</source>
   <translation>Remove the selected file or row entered by hand</translation>
  </message>
  <message>
   <source>In, xuất Excel, Word, PDF của báo cáo</source>
   <translation>Print the report, export it as Excel, Word, PDF</translation>
  </message>
  <message>
   <source>Cột trong tệp</source>
   <translation>Column in the file</translation>
  </message>
  <message>
   <source>Vài dòng đầu</source>
   <translation>First rows</translation>
  </message>
  <message>
   <source>Là cột nào</source>
   <translation>Which column it is</translation>
  </message>
  <message>
   <source>Chỉ ra các cột của {name}</source>
   <translation>Say what the columns of {name} are</translation>
  </message>
  <message>
   <source>Chỉ làm một lần. Lần sau, tệp có các cột như thế được đọc ngay.</source>
   <translation>Only once. Next time a file with such columns is read at once.</translation>
  </message>
  <message>
   <source>Ghi nhớ</source>
   <translation>Remember</translation>
  </message>
  <message>
   <source>Các cột</source>
   <translation>Columns</translation>
  </message>
  <message>
   <source>Hai cột cùng được chọn là “{column}”. Hãy chọn lại một cột.</source>
   <translation>Two columns are chosen as “{column}”. Choose one of them again.</translation>
  </message>
  <message>
   <source>Hãy chỉ ra cột “{column}”.</source>
   <translation>Choose the column “{column}”.</translation>
  </message>
  <message>
   <source>Hãy chỉ ra ít nhất một cột số liệu.</source>
   <translation>Choose at least one column of figures.</translation>
  </message>
  <message>
   <source>Cột “{title}” là</source>
   <translation>Column “{title}” is</translation>
  </message>
  <message>
   <source>Không dùng</source>
   <translation>Not used</translation>
  </message>
  <message>
   <source>Bảng Excel…</source>
   <translation>Excel table…</translation>
  </message>
  <message>
   <source>Biểu II.06a có công thức, chỉ tiêu, nhiệm vụ, biểu nhỏ, nguồn số liệu: để gửi cấp trên</source>
   <translation>Form II.06a with formulas, indicators, tasks, small forms, sources: to send to the superior</translation>
  </message>
  <message>
   <source>Báo cáo Word…</source>
   <translation>Word report…</translation>
  </message>
  <message>
   <source>Lời văn theo thể thức Nghị định 30, sửa tiếp được</source>
   <translation>The text in the layout of Decree 30, to work on further</translation>
  </message>
  <message>
   <source>Báo cáo PDF…</source>
   <translation>PDF report…</translation>
  </message>
  <message>
   <source>Đúng như trang in, để trình ký và lưu</source>
   <translation>Exactly as printed, to sign and to keep</translation>
  </message>
  <message>
   <source>Lời văn của báo cáo</source>
   <translation>Text of the report</translation>
  </message>
  <message>
   <source>Đã đánh dấu. Ctrl+Z để hoàn tác.</source>
   <translation>Marked. Ctrl+Z takes it back.</translation>
  </message>
  <message>
   <source>Biểu II.06a khớp, các chỉ tiêu có mức giao đều có số liệu.</source>
   <translation>Form II.06a agrees, all indicators with a target have figures.</translation>
  </message>
  <message>
   <source>Bỏ đánh dấu</source>
   <translation>Remove the mark</translation>
  </message>
  <message>
   <source>Đánh dấu đã gửi</source>
   <translation>Mark as sent</translation>
  </message>
  <message>
   <source>Đã đủ số liệu</source>
   <translation>The figures are complete</translation>
  </message>
  <message>
   <source>Vẫn xuất được; chỗ chưa có số liệu ghi đúng như thế trong báo cáo.</source>
   <translation>It can be exported all the same; where figures are missing the report says so.</translation>
  </message>
  <message>
   <source>Báo cáo {period} đã gửi, không nhắc nữa.</source>
   <translation>The report on {period} is sent, no more reminders.</translation>
  </message>
  <message>
   <source>Gửi báo cáo xong thì đánh dấu, chương trình thôi nhắc kỳ này.</source>
   <translation>Mark it once the report is sent, then the reminders of this period end.</translation>
  </message>
  <message>
   <source>Lời văn</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>Xuất</source>
   <translation>Export</translation>
  </message>
  <message>
   <source>Các bước lập báo cáo</source>
   <translation>Steps of the report</translation>
  </message>
  <message>
   <source>{count} tệp</source>
   <translation>{count} files</translation>
  </message>
  <message>
   <source>{count} chỗ không khớp</source>
   <translation>{count} places do not agree</translation>
  </message>
  <message>
   <source>đã gửi</source>
   <translation>sent</translation>
  </message>
  <message>
   <source>Xem lời văn</source>
   <translation>See the text</translation>
  </message>
  <message>
   <source>Kỳ báo cáo</source>
   <translation>Reporting periods</translation>
  </message>
  <message>
   <source>Kỳ trước</source>
   <translation>Period before</translation>
  </message>
  <message>
   <source>Kỳ sau</source>
   <translation>Period after</translation>
  </message>
  <message>
   <source>Ngày chốt số liệu, các kỳ phải báo cáo</source>
   <translation>Closing days of the figures, periods to report on</translation>
  </message>
  <message>
   <source>Đã gửi</source>
   <translation>Sent</translation>
  </message>
  <message>
   <source>quá hạn</source>
   <translation>overdue</translation>
  </message>
  <message>
   <source>kỳ tới</source>
   <translation>next</translation>
  </message>
  <message>
   <source>Kỳ khác… (Ctrl+G)</source>
   <translation>Other period… (Ctrl+G)</translation>
  </message>
  <message>
   <source>Chọn kỳ báo cáo</source>
   <translation>Choose the reporting period</translation>
  </message>
  <message>
   <source>Loại kỳ</source>
   <translation>Kind of period</translation>
  </message>
  <message>
   <source>Xem kỳ này</source>
   <translation>Show this period</translation>
  </message>
  <message>
   <source>Hãy ghi đủ hai ngày, dạng 05/01/2027.</source>
   <translation>Enter both days, like 05/01/2027.</translation>
  </message>
  <message>
   <source>đến ngày</source>
   <translation>to day</translation>
  </message>
  <message>
   <source>Kỳ đặc biệt dùng khi cơ quan mới thành lập hoặc khi cấp trên yêu cầu số liệu theo ngày riêng.</source>
   <translation>Special periods are for a newly founded office, or when the superior wants figures for days of its own.</translation>
  </message>
  <message>
   <source>Ngày cuối phải sau ngày đầu.</source>
   <translation>The last day must come after the first.</translation>
  </message>
  <message>
   <source>Bỏ mục này khỏi báo cáo của cơ quan</source>
   <translation>Leave this section out of the office's reports</translation>
  </message>
  <message>
   <source>Đoạn viết thêm</source>
   <translation>Own paragraph</translation>
  </message>
  <message>
   <source>Câu {number}</source>
   <translation>Sentence {number}</translation>
  </message>
  <message>
   <source>Viết thêm vào mục này…</source>
   <translation>Write more into this section…</translation>
  </message>
  <message>
   <source>Câu sửa tay</source>
   <translation>Sentence edited by hand</translation>
  </message>
  <message>
   <source>Về như chương trình viết</source>
   <translation>Back to the program's wording</translation>
  </message>
  <message>
   <source>(bỏ câu này)</source>
   <translation>(sentence left out)</translation>
  </message>
  <message>
   <source>Bảng này và {names} cùng đếm hồ sơ nhưng chia theo cách khác nhau. Nếu là cùng những hồ sơ ấy, cộng cả hai thì mỗi hồ sơ bị tính hai lần.</source>
   <translation>This table and {names} both count dossiers but split them in different ways. If they are the same dossiers, adding both counts each of them twice.</translation>
  </message>
  <message>
   <source>Bỏ {wrong} dòng sai, lấy {count} dòng còn lại</source>
   <translation>Leave out {wrong} wrong rows, take the other {count}</translation>
  </message>
  <message>
   <source>Tiếp nhận {received}: trực tuyến {online}, trực tiếp và bưu chính {direct}, kỳ trước chuyển sang {carried}</source>
   <translation>Received {received}: online {online}, in person and by post {direct}, carried over from the period before {carried}</translation>
  </message>
  <message>
   <source>Đã giải quyết {settled}: trước hạn {early}, đúng hạn {on_time}, quá hạn {late}</source>
   <translation>Settled {settled}: early {early}, on time {on_time}, overdue {late}</translation>
  </message>
  <message>
   <source>Đang giải quyết {open}: trong hạn {open_in_time}, quá hạn {open_late}</source>
   <translation>In progress {open}: within time {open_in_time}, overdue {open_late}</translation>
  </message>
  <message>
   <source>Chưa biết kiểu bảng này. Hãy chỉ ra từng cột một lần, lần sau chương trình tự nhớ.</source>
   <translation>This kind of table is not known yet. Say once what each column is; it is remembered.</translation>
  </message>
  <message>
   <source>Chỉ ra các cột…</source>
   <translation>Say what the columns are…</translation>
  </message>
  <message>
   <source>Đã có bảng cùng kiểu: {names}. Số liệu các bảng được cộng lại.</source>
   <translation>There is a table of the same kind already: {names}. The figures of the tables are added up.</translation>
  </message>
  <message>
   <source>Chỉ lấy chỉ tiêu</source>
   <translation>Take the indicators only</translation>
  </message>
  <message>
   <source>Không cộng, chỉ để tra lại</source>
   <translation>Do not add, only for looking up</translation>
  </message>
  <message>
   <source>Hồ sơ của bảng này</source>
   <translation>Dossiers of this table</translation>
  </message>
  <message>
   <source>Chỗ cần xem</source>
   <translation>Places to look at</translation>
  </message>
  <message>
   <source>{count} ô sai: sửa trong tệp rồi nhập lại, hoặc bỏ các dòng ấy.</source>
   <translation>{count} wrong cells: mend them in the file and bring it in again, or leave those rows out.</translation>
  </message>
  <message>
   <source>Rút, dừng, trả lại {count}</source>
   <translation>Withdrawn, stopped, returned {count}</translation>
  </message>
  <message>
   <source>Các cột: {columns}</source>
   <translation>Columns: {columns}</translation>
  </message>
  <message>
   <source>Kiểu bảng: {layout}, {count} dòng</source>
   <translation>Kind of table: {layout}, {count} rows</translation>
  </message>
  <message>
   <source>Cộng vào biểu</source>
   <translation>Add to the form</translation>
  </message>
  <message>
   <source>Dòng của cơ quan</source>
   <translation>Row of the office</translation>
  </message>
  <message>
   <source>Lĩnh vực</source>
   <translation>Field</translation>
  </message>
  <message>
   <source>Lĩnh vực của dòng không ghi</source>
   <translation>Field of rows that name none</translation>
  </message>
  <message>
   <source>Cách nộp</source>
   <translation>How filed</translation>
  </message>
  <message>
   <source>Cách nộp của hồ sơ không ghi</source>
   <translation>How filed, for dossiers that do not say</translation>
  </message>
  <message>
   <source>trang {sheet}, ô {cell}</source>
   <translation>sheet {sheet}, cell {cell}</translation>
  </message>
  <message>
   <source>và {count} chỗ khác</source>
   <translation>and {count} more</translation>
  </message>
  <message>
   <source>{count} ô phải sửa trong tệp rồi nhập lại; bảng này chưa nhập được.</source>
   <translation>{count} cells must be mended in the file before it is brought in again; this table cannot be taken yet.</translation>
  </message>
  <message>
   <source>Bỏ {count} dòng sai, không tính vào biểu.</source>
   <translation>{count} wrong rows are left out and not counted in the form.</translation>
  </message>
  <message>
   <source>Không bỏ</source>
   <translation>Keep them</translation>
  </message>
  <message>
   <source>Bảng này đã được nhập cho {period}, không nhập lần nữa.</source>
   <translation>This table was brought in for {period} already and is not taken again.</translation>
  </message>
  <message>
   <source>Bảng này chỉ để xem và tra lại, không cộng vào biểu.</source>
   <translation>This table is for looking things up only and is not added to the form.</translation>
  </message>
  <message>
   <source>Hãy chọn</source>
   <translation>Choose</translation>
  </message>
  <message>
   <source>Hãy chọn dòng của cơ quan</source>
   <translation>Choose the row of the office</translation>
  </message>
  <message>
   <source>Cộng tất cả các dòng</source>
   <translation>Add up all rows</translation>
  </message>
  <message>
   <source>để trống: chưa tách lĩnh vực</source>
   <translation>empty: not split by field</translation>
  </message>
  <message>
   <source>Trực tiếp, bưu chính</source>
   <translation>In person, by post</translation>
  </message>
  <message>
   <source>Trực tuyến</source>
   <translation>Online</translation>
  </message>
  <message>
   <source>Xem lại trước khi đưa vào {period}</source>
   <translation>Look before adding to {period}</translation>
  </message>
  <message>
   <source>Các bảng tìm thấy</source>
   <translation>Tables found</translation>
  </message>
  <message>
   <source>Báo cáo kỳ này đã gửi. Nhập thêm thì số liệu trong sổ khác với bản đã gửi.</source>
   <translation>The report on this period has been sent. If more is brought in, the figures in the workspace differ from what was sent.</translation>
  </message>
  <message>
   <source>Đưa vào {period}</source>
   <translation>Add to {period}</translation>
  </message>
  <message>
   <source>hãy chỉ ra các cột, hoặc bỏ dấu chọn.</source>
   <translation>say what the columns are, or clear the tick.</translation>
  </message>
  <message>
   <source>hãy chọn dòng của cơ quan, hoặc bỏ dấu chọn.</source>
   <translation>choose the row of the office, or clear the tick.</translation>
  </message>
  <message>
   <source>hãy chọn có cộng vào biểu hay không, hoặc bỏ dấu chọn.</source>
   <translation>choose whether to add it to the form, or clear the tick.</translation>
  </message>
  <message>
   <source>{name}, trang {sheet}: {what}</source>
   <translation>{name}, sheet {sheet}: {what}</translation>
  </message>
  <message>
   <source>Hiện trang in</source>
   <translation>Show the printed page</translation>
  </message>
  <message>
   <source>Đã bỏ mục khỏi báo cáo của cơ quan. Cuối trang có nút dùng lại; Ctrl+Z để hoàn tác.</source>
   <translation>The section is left out of the office's reports. A button at the end of the page brings it back; Ctrl+Z takes this back.</translation>
  </message>
  <message>
   <source>ghi sau khi ký</source>
   <translation>entered after signing</translation>
  </message>
  <message>
   <source>Lời dẫn</source>
   <translation>Opening</translation>
  </message>
  <message>
   <source>Đoạn kết</source>
   <translation>Closing sentence</translation>
  </message>
  <message>
   <source>Câu nào sửa tay được giữ nguyên khi số liệu đổi; xóa trắng một câu là bỏ câu ấy.</source>
   <translation>A sentence edited by hand stays as it is when figures change; clear a sentence to leave it out.</translation>
  </message>
  <message>
   <source>Các mục báo cáo của cơ quan không dùng</source>
   <translation>Report sections the office does not use</translation>
  </message>
  <message>
   <source>Dùng lại mục “{name}”</source>
   <translation>Use the section “{name}” again</translation>
  </message>
  <message>
   <source>Chưa tách lĩnh vực</source>
   <translation>Not split by field</translation>
  </message>
  <message>
   <source>Kỳ đặc biệt</source>
   <translation>Special period</translation>
  </message>
  <message>
   <source>Số liệu từ {start} đến {end}, xong trong cơ quan ngày {due}</source>
   <translation>Figures from {start} to {end}, due inside the office on {due}</translation>
  </message>
  <message>
   <source>cột ({number}) {title}</source>
   <translation>column ({number}) {title}</translation>
  </message>
  <message>
   <source>{name}, trang {sheet}.</source>
   <translation>{name}, sheet {sheet}.</translation>
  </message>
  <message>
   <source>còn {count} ngày</source>
   <translation>{count} days left</translation>
  </message>
  <message>
   <source>Dòng tổng của tệp, {column}: tệp ghi {found}, các dòng cộng lại là {expected}.</source>
   <translation>Total row of the file, {column}: the file says {found}, the rows add up to {expected}.</translation>
  </message>
  <message>
   <source>Dòng nhập tay.</source>
   <translation>Row entered by hand.</translation>
  </message>
  <message>
   <source>{name}, trang {sheet}, dòng {row}.</source>
   <translation>{name}, sheet {sheet}, row {row}.</translation>
  </message>
  <message>
   <source>quá hạn {count} ngày</source>
   <translation>{count} days overdue</translation>
  </message>
  <message>
   <source>đến hạn hôm nay</source>
   <translation>due today</translation>
  </message>
  <message>
   <source>{field}: đã xử lý và đang xử lý là {found}, nhiều hơn tổng số {expected}.</source>
   <translation>{field}: settled and in progress are {found}, more than the total of {expected}.</translation>
  </message>
  <message>
   <source>{field}, {column}: số âm {found}.</source>
   <translation>{field}, {column}: the number {found} is negative.</translation>
  </message>
  <message>
   <source>{field}: {rule} không khớp, cột ({number}) là {found}, cộng lại là {expected}.</source>
   <translation>{field}: {rule} does not agree, column ({number}) is {found}, adding up gives {expected}.</translation>
  </message>
  <message>
   <source>Dùng: {words}</source>
   <translation>Use: {words}</translation>
  </message>
  <message>
   <source>Chữ mới</source>
   <translation>New text</translation>
  </message>
  <message>
   <source>Lập kế hoạch rồi mở chỗ này</source>
   <translation>Make the plan and open this place</translation>
  </message>
  <message>
   <source>(bỏ)</source>
   <translation>(left out)</translation>
  </message>
  <message>
   <source>Bỏ căn cứ này</source>
   <translation>Remove this basis</translation>
  </message>
  <message>
   <source>Chọn một dòng để xem cả câu</source>
   <translation>Choose a line to see the whole sentence</translation>
  </message>
  <message>
   <source>Phím cách: đánh dấu hoặc bỏ. Enter: sửa chữ mới. Dòng không đánh dấu giữ như kế hoạch cũ.</source>
   <translation>Space: tick or clear. Enter: edit the new text. Lines without a tick stay as in the old plan.</translation>
  </message>
  <message>
   <source>Đến thay đổi này</source>
   <translation>Go to this change</translation>
  </message>
  <message>
   <source>Ghi chú cho nhiệm vụ (không in)</source>
   <translation>Note on the task (not printed)</translation>
  </message>
  <message>
   <source>Chuyển sang năm sau</source>
   <translation>Carry over to the next year</translation>
  </message>
  <message>
   <source>Bỏ khỏi kế hoạch mới</source>
   <translation>Leave out of the new plan</translation>
  </message>
  <message>
   <source>từ kế hoạch năm {year}: {title}</source>
   <translation>from the plan of {year}: {title}</translation>
  </message>
  <message>
   <source>Năm của kế hoạch mới</source>
   <translation>Year of the new plan</translation>
  </message>
  <message>
   <source>Lập kế hoạch năm</source>
   <translation>Make the plan of</translation>
  </message>
  <message>
   <source>từ kế hoạch năm {year} (nay là lúc lập kế hoạch năm {due}; cần năm khác thì ghi lại): {title}</source>
   <translation>from the plan of {year} (it is time for the plan of {due}; enter another year if needed): {title}</translation>
  </message>
  <message>
   <source>Lập kế hoạch năm {year}</source>
   <translation>Make the plan of {year}</translation>
  </message>
  <message>
   <source>Hãy ghi năm sau năm {year} của kế hoạch đang có.</source>
   <translation>Enter a year after {year}, the year of the present plan.</translation>
  </message>
  <message>
   <source>Đánh dấu cả nhóm</source>
   <translation>Tick the group</translation>
  </message>
  <message>
   <source>Bỏ cả nhóm</source>
   <translation>Clear the group</translation>
  </message>
  <message>
   <source>Đổi {count} chỗ, giữ nguyên {kept} chỗ</source>
   <translation>{count} places change, {kept} places stay</translation>
  </message>
  <message>
   <source>Không có chỗ nào phải đổi</source>
   <translation>Nothing has to change</translation>
  </message>
  <message>
   <source>Từng chỗ sẽ đổi</source>
   <translation>Each place that changes</translation>
  </message>
  <message>
   <source>Đánh dấu, bỏ đánh dấu</source>
   <translation>Tick or clear</translation>
  </message>
  <message>
   <source>Sửa chữ mới; trên tên nhóm: mở, đóng nhóm</source>
   <translation>Edit the new text; on a group: unfold or fold it</translation>
  </message>
  <message>
   <source>Xuống dòng trong chữ mới</source>
   <translation>New line in the new text</translation>
  </message>
  <message>
   <source>Năm và thời hạn</source>
   <translation>Years and deadlines</translation>
  </message>
  <message>
   <source>Nhiệm vụ chưa xong</source>
   <translation>Unfinished tasks</translation>
  </message>
  <message>
   <source>Tên đơn vị</source>
   <translation>Names of units</translation>
  </message>
  <message>
   <source>Các thay đổi của kế hoạch năm sau</source>
   <translation>Changes of next year's plan</translation>
  </message>
  <message>
   <source>Thay đổi</source>
   <translation>Change</translation>
  </message>
  <message>
   <source>Ở đâu</source>
   <translation>Where</translation>
  </message>
  <message>
   <source>Vì sao</source>
   <translation>Why</translation>
  </message>
  <message>
   <source>{old} → {new}: {count} chỗ</source>
   <translation>{old} → {new}: {count} places</translation>
  </message>
  <message>
   <source>Còn lại của năm cũ ({count})</source>
   <translation>Left from the old year ({count})</translation>
  </message>
  <message>
   <source>{name}: đổi {count} trong {all} chỗ</source>
   <translation>{name}: {count} of {all} places change</translation>
  </message>
  <message>
   <source>{why}: {count} chỗ</source>
   <translation>{why}: {count}</translation>
  </message>
  <message>
   <source>   {count} chỗ</source>
   <translation>   {count} places</translation>
  </message>
  <message>
   <source>{why}: {count} chỗ, {doubts} chỗ cần xem lại</source>
   <translation>{why}: {count}, of these to look at: {doubts}</translation>
  </message>
  <message>
   <source>Thêm mục</source>
   <translation>Add a section</translation>
  </message>
  <message>
   <source>Thêm mục cùng cấp dưới mục đang chọn</source>
   <translation>Add a section of the same level below the chosen one</translation>
  </message>
  <message>
   <source>Thêm mục con</source>
   <translation>Add a sub-section</translation>
  </message>
  <message>
   <source>Thêm mục con của mục đang chọn</source>
   <translation>Add a sub-section to the chosen section</translation>
  </message>
  <message>
   <source>Dùng mẫu</source>
   <translation>Use a template</translation>
  </message>
  <message>
   <source>Thay bằng nội dung soạn sẵn, xem trước khi thay</source>
   <translation>Replace by a ready-made text, shown before it is used</translation>
  </message>
  <message>
   <source>Chuyển mục lên trên</source>
   <translation>Move the section up</translation>
  </message>
  <message>
   <source>Chuyển mục xuống dưới</source>
   <translation>Move the section down</translation>
  </message>
  <message>
   <source>Ra một cấp</source>
   <translation>One level out</translation>
  </message>
  <message>
   <source>Đưa mục ra ngoài một cấp</source>
   <translation>Move the section one level out</translation>
  </message>
  <message>
   <source>Vào một cấp</source>
   <translation>One level in</translation>
  </message>
  <message>
   <source>Đưa mục vào làm mục con của mục trên</source>
   <translation>Make the section a sub-section of the one above</translation>
  </message>
  <message>
   <source>Xóa mục</source>
   <translation>Delete the section</translation>
  </message>
  <message>
   <source>Xóa mục và các mục con; hoàn tác được</source>
   <translation>Delete the section and its sub-sections; can be undone</translation>
  </message>
  <message>
   <source>Mục {no} còn {count} mục con.</source>
   <translation>Section {no} has {count} sub-sections.</translation>
  </message>
  <message>
   <source>Phần này chưa có mục nào</source>
   <translation>This part has no sections yet</translation>
  </message>
  <message>
   <source>Dùng nội dung soạn sẵn rồi sửa lại cho đúng với địa phương, hoặc tự viết.</source>
   <translation>Use a ready-made text and adapt it, or write your own.</translation>
  </message>
  <message>
   <source>Kế hoạch đã ban hành nên không sửa được. Cần thay đổi thì lập bản sửa đổi.</source>
   <translation>The plan has been issued and cannot be edited. For a change make a revised version.</translation>
  </message>
  <message>
   <source>Xóa mục thì xóa cả các mục con. Hoàn tác được bằng Ctrl+Z.</source>
   <translation>Deleting the section deletes its sub-sections too. Can be undone with Ctrl+Z.</translation>
  </message>
  <message>
   <source>Xóa cả mục con</source>
   <translation>Delete sub-sections too</translation>
  </message>
  <message>
   <source>Tự viết mục đầu tiên</source>
   <translation>Write the first section</translation>
  </message>
  <message>
   <source>Tiêu đề của mục</source>
   <translation>Heading of the section</translation>
  </message>
  <message>
   <source>Nội dung của mục</source>
   <translation>Text of the section</translation>
  </message>
  <message>
   <source>Viết tiêu đề và nội dung liền một dòng</source>
   <translation>Heading and text on one line</translation>
  </message>
  <message>
   <source>In bảng nhiệm vụ ở mục này</source>
   <translation>Print the task table in this section</translation>
  </message>
  <message>
   <source>Tiêu đề (để trống nếu chỉ có đoạn văn)</source>
   <translation>Heading (leave empty for a paragraph alone)</translation>
  </message>
  <message>
   <source>Lời văn nằm ở các mục con bên dưới.</source>
   <translation>The text stands in the sub-sections below.</translation>
  </message>
  <message>
   <source>Nội dung. Mỗi lần xuống dòng là một đoạn.</source>
   <translation>Text. Each line break begins a paragraph.</translation>
  </message>
  <message>
   <source>Mục {no}</source>
   <translation>Section {no}</translation>
  </message>
  <message>
   <source>Chọn một mục</source>
   <translation>Choose a section</translation>
  </message>
  <message>
   <source>Nội dung đang có của bước này được thay bằng mẫu. Hoàn tác được bằng Ctrl+Z.</source>
   <translation>What stands in this step is replaced by the template. Can be undone with Ctrl+Z.</translation>
  </message>
  <message>
   <source>Các mẫu</source>
   <translation>Templates</translation>
  </message>
  <message>
   <source>Nội dung của mẫu</source>
   <translation>Text of the template</translation>
  </message>
  <message>
   <source>Thay bằng mẫu này</source>
   <translation>Replace by this template</translation>
  </message>
  <message>
   <source>Chọn mẫu</source>
   <translation>Choose a template</translation>
  </message>
  <message>
   <source>Dùng mẫu này</source>
   <translation>Use this template</translation>
  </message>
  <message>
   <source>Chưa có mẫu cho bước này.</source>
   <translation>There is no template for this step.</translation>
  </message>
  <message>
   <source>Thêm xong vẫn sửa được từng mục.</source>
   <translation>Each section can be edited afterwards.</translation>
  </message>
  <message>
   <source>Các mục của kế hoạch</source>
   <translation>Sections of the plan</translation>
  </message>
  <message>
   <source>{no} (chưa có nội dung)</source>
   <translation>{no} (no text yet)</translation>
  </message>
  <message>
   <source>Ngôn ngữ</source>
   <translation>Language</translation>
  </message>
  <message>
   <source>Nền</source>
   <translation>Background</translation>
  </message>
  <message>
   <source>Cỡ chữ</source>
   <translation>Font size</translation>
  </message>
  <message>
   <source>Giao diện</source>
   <translation>Look</translation>
  </message>
  <message>
   <source>Ngày làm việc</source>
   <translation>Work days</translation>
  </message>
  <message>
   <source>Sao lưu</source>
   <translation>Backups</translation>
  </message>
  <message>
   <source>Chưa khai báo</source>
   <translation>Not entered yet</translation>
  </message>
  <message>
   <source>Sửa thông tin cơ quan</source>
   <translation>Edit the office</translation>
  </message>
  <message>
   <source>Phục hồi…</source>
   <translation>Restore…</translation>
  </message>
  <message>
   <source>Tự sao lưu mỗi nửa giờ khi có thay đổi và khi đóng chương trình. Mỗi bản đều được kiểm tra.</source>
   <translation>Backed up every half hour when something changed, and when the program closes. Every backup is checked.</translation>
  </message>
  <message>
   <source>Chuyển sang nơi khác…</source>
   <translation>Move elsewhere…</translation>
  </message>
  <message>
   <source>Kiểm tra sổ</source>
   <translation>Check the workspace</translation>
  </message>
  <message>
   <source>Sổ còn nguyên vẹn.</source>
   <translation>The workspace is intact.</translation>
  </message>
  <message>
   <source>Theo máy</source>
   <translation>As the system</translation>
  </message>
  <message>
   <source>Sáng</source>
   <translation>Light</translation>
  </message>
  <message>
   <source>Tối</source>
   <translation>Dark</translation>
  </message>
  <message>
   <source>Chưa có bản sao lưu nào.</source>
   <translation>No backup yet.</translation>
  </message>
  <message>
   <source>Chế độ mang theo (USB): sổ, bản sao lưu và cài đặt đều ở trong thư mục của chương trình.</source>
   <translation>Portable (USB): workspace, backups and settings are in the folder of the program.</translation>
  </message>
  <message>
   <source>Sổ ở ổ mạng, ổ rời hoặc thư mục đồng bộ: ghi chậm hơn một chút để không hỏng dữ liệu.</source>
   <translation>Workspace on a network, removable or synced folder: writing is a little slower so that no data is damaged.</translation>
  </message>
  <message>
   <source>để trống: không nhắc</source>
   <translation>empty: no reminder</translation>
  </message>
  <message>
   <source>Việc có ngày</source>
   <translation>Tasks with a day</translation>
  </message>
  <message>
   <source>Việc làm trong một khoảng</source>
   <translation>Tasks within a span</translation>
  </message>
  <message>
   <source>Việc định kỳ</source>
   <translation>Recurring tasks</translation>
  </message>
  <message>
   <source>Việc thường xuyên</source>
   <translation>Ongoing tasks</translation>
  </message>
  <message>
   <source>Khi đóng cửa sổ, chương trình ở lại cạnh đồng hồ để nhắc việc</source>
   <translation>When the window is closed, the program stays beside the clock to remind you</translation>
  </message>
  <message>
   <source>Mở chương trình khi khởi động Windows</source>
   <translation>Open the program when Windows starts</translation>
  </message>
  <message>
   <source>Nhắc trước bao nhiêu ngày, cách nhau bằng dấu phẩy. Đúng ngày và khi quá hạn cũng được nhắc một lần.</source>
   <translation>How many days before, separated by commas. On the day and once overdue you are reminded once more.</translation>
  </message>
  <message>
   <source>Hãy ghi các số ngày từ 0 đến {most}, ví dụ 15, 7, 3, 1. Số cũ vẫn được giữ.</source>
   <translation>Enter numbers of days from 0 to {most}, for example 15, 7, 3, 1. The old ones are kept.</translation>
  </message>
  <message>
   <source>Số liệu từ ngày</source>
   <translation>Figures from day</translation>
  </message>
  <message>
   <source>Xong trong cơ quan ngày</source>
   <translation>Due inside the office on day</translation>
  </message>
  <message>
   <source>Có số liệu từ</source>
   <translation>Figures exist from</translation>
  </message>
  <message>
   <source>Báo cáo tháng</source>
   <translation>Monthly report</translation>
  </message>
  <message>
   <source>Báo cáo quý</source>
   <translation>Quarterly report</translation>
  </message>
  <message>
   <source>Báo cáo 6 tháng</source>
   <translation>Half-year report</translation>
  </message>
  <message>
   <source>Báo cáo 9 tháng</source>
   <translation>9-month report</translation>
  </message>
  <message>
   <source>Báo cáo năm</source>
   <translation>Yearly report</translation>
  </message>
  <message>
   <source>của tháng trước kỳ báo cáo</source>
   <translation>of the month before the period</translation>
  </message>
  <message>
   <source>của tháng cuối kỳ</source>
   <translation>of the last month of the period</translation>
  </message>
  <message>
   <source>Kỳ đầu tiên tính từ ngày này; để trống: không có kỳ đặc biệt</source>
   <translation>The first period begins on this day; empty: no special period</translation>
  </message>
  <message>
   <source>Nhắc lập</source>
   <translation>Remind of</translation>
  </message>
  <message>
   <source>Ban đầu theo Nghị định 09/2019/NĐ-CP: số liệu từ ngày 15 đến ngày 14.</source>
   <translation>At first as in Decree 09/2019/NĐ-CP: figures from the 15th to the 14th.</translation>
  </message>
  <message>
   <source>Hãy ghi một ngày từ 1 đến 31. Số cũ vẫn được giữ.</source>
   <translation>Enter a day from 1 to 31. The old one is kept.</translation>
  </message>
  <message>
   <source>Nghỉ</source>
   <translation>Day off</translation>
  </message>
  <message>
   <source>Làm bù</source>
   <translation>Worked instead</translation>
  </message>
  <message>
   <source>Chưa có thông báo chính thức: hãy sửa khi có.</source>
   <translation>No official notice yet: change it when there is one.</translation>
  </message>
  <message>
   <source>Ngày thêm</source>
   <translation>Day to add</translation>
  </message>
  <message>
   <source>Nghỉ hay làm bù</source>
   <translation>Day off or worked instead</translation>
  </message>
  <message>
   <source>Tên ngày</source>
   <translation>Name of the day</translation>
  </message>
  <message>
   <source>Tên ngày {day}</source>
   <translation>Name of {day}</translation>
  </message>
  <message>
   <source>Trở lại như ban đầu: {day}</source>
   <translation>As it was at first: {day}</translation>
  </message>
  <message>
   <source>Bỏ, thành ngày thường: {day}</source>
   <translation>Remove, make it a usual day: {day}</translation>
  </message>
  <message>
   <source>đã sửa</source>
   <translation>changed</translation>
  </message>
  <message>
   <source>Hạn rơi vào ngày nghỉ được tính là ngày làm việc liền trước.</source>
   <translation>A deadline on a day off counts for the last working day before it.</translation>
  </message>
  <message>
   <source>Nghỉ hằng tuần</source>
   <translation>Weekly rest days</translation>
  </message>
  <message>
   <source>Ngày nghỉ, ngày làm bù của năm</source>
   <translation>Days off and worked days of</translation>
  </message>
  <message>
   <source>Tên ngày, ví dụ: Nghỉ hoán đổi</source>
   <translation>Name, for example: swapped day off</translation>
  </message>
  <message>
   <source>Ngày thường</source>
   <translation>Usual day</translation>
  </message>
  <message>
   <source>Đã báo cáo cấp trên</source>
   <translation>Reported to the superior</translation>
  </message>
  <message>
   <source>Đóng thông báo</source>
   <translation>Close the notice</translation>
  </message>
  <message>
   <source>“{text}” không phải là ngày. Hãy ghi dạng 05/01/2027.</source>
   <translation>“{text}” is not a date. Write it like 05/01/2027.</translation>
  </message>
  <message>
   <source>Không có ngày {text}. Hãy xem lại ngày, tháng.</source>
   <translation>There is no day {text}. Check day and month.</translation>
  </message>
  <message>
   <source>Ngày cuối phải từ ngày {day} trở đi.</source>
   <translation>The last day must be {day} or later.</translation>
  </message>
  <message>
   <source>Chọn trên lịch</source>
   <translation>Choose in the calendar</translation>
  </message>
  <message>
   <source>“{text}” chưa đúng dạng.</source>
   <translation>“{text}” is not in the right form.</translation>
  </message>
  <message>
   <source>Bỏ dòng này</source>
   <translation>Remove this row</translation>
  </message>
  <message>
   <source>Tìm</source>
   <translation>Search</translation>
  </message>
  <message>
   <source>Hãy ghi năm, ví dụ 2027.</source>
   <translation>Enter a year, for example 2027.</translation>
  </message>
  <message>
   <source>“{text}” không phải là năm. Hãy ghi bốn chữ số, ví dụ 2027.</source>
   <translation>“{text}” is not a year. Write four digits, for example 2027.</translation>
  </message>
  <message>
   <source>“{text}” không phải là năm: năm có bốn chữ số, ví dụ 2027.</source>
   <translation>“{text}” is not a year: a year has four digits, for example 2027.</translation>
  </message>
  <message>
   <source>Năm {text} ngoài khoảng ghi được. Hãy ghi năm từ {first} đến {last}.</source>
   <translation>The year {text} is out of range. Enter a year from {first} to {last}.</translation>
  </message>
  <message>
   <source>Sửa ô</source>
   <translation>Edit the cell</translation>
  </message>
  <message>
   <source>Xuống dòng trong ô</source>
   <translation>New line in the cell</translation>
  </message>
  <message>
   <source>Chọn thêm ô</source>
   <translation>Select more cells</translation>
  </message>
  <message>
   <source>Đến mép vùng có chữ</source>
   <translation>To the edge of the filled cells</translation>
  </message>
  <message>
   <source>Chọn cả cột</source>
   <translation>Select the column</translation>
  </message>
  <message>
   <source>Chọn cả dòng</source>
   <translation>Select the row</translation>
  </message>
  <message>
   <source>Mọi thứ đã được lưu</source>
   <translation>Everything is stored</translation>
  </message>
  <message>
   <source>Đã sao lưu: {name}</source>
   <translation>Backed up: {name}</translation>
  </message>
  <message>
   <source>Trong bảng nhiệm vụ</source>
   <translation>In the table of tasks</translation>
  </message>
  <message>
   <source>Xem bảng nhiệm vụ</source>
   <translation>Viewing the task table</translation>
  </message>
  <message>
   <source>Tình trạng nhiệm vụ</source>
   <translation>State of tasks</translation>
  </message>
  <message>
   <source>Khi xem lại kế hoạch có sẵn</source>
   <translation>Reviewing an existing plan</translation>
  </message>
  <message>
   <source>Khi lập kế hoạch năm sau</source>
   <translation>Making next year's plan</translation>
  </message>
  <message>
   <source>Trong lịch</source>
   <translation>In the calendar</translation>
  </message>
  <message>
   <source>Trong trang Chỉ tiêu</source>
   <translation>In the page Indicators</translation>
  </message>
  <message>
   <source>Trong báo cáo</source>
   <translation>In reports</translation>
  </message>
  <message>
   <source>Trong danh sách căn cứ</source>
   <translation>In the list of legal bases</translation>
  </message>
  <message>
   <source>Trong danh sách mục</source>
   <translation>In the list of sections</translation>
  </message>
  <message>
   <source>Đã làm lại: {step}</source>
   <translation>Done again: {step}</translation>
  </message>
  <message>
   <source>Nhiệm vụ {year}</source>
   <translation>Task {year}</translation>
  </message>
  <message>
   <source>Mục {year}</source>
   <translation>Section {year}</translation>
  </message>
  <message>
   <source>Câu kết</source>
   <translation>Closing sentence</translation>
  </message>
  <message>
   <source>Hình thức</source>
   <translation>Form</translation>
  </message>
  <message>
   <source>Đánh số</source>
   <translation>Numbering</translation>
  </message>
  <message>
   <source>Cơ quan ban hành</source>
   <translation>Issuing agency</translation>
  </message>
  <message>
   <source>Lùi đầu dòng</source>
   <translation>First line indent</translation>
  </message>
  <message>
   <source>Ký</source>
   <translation>Signature</translation>
  </message>
  <message>
   <source>cả năm {year}</source>
   <translation>the whole year {year}</translation>
  </message>
  <message>
   <source>1 cm</source>
   <translation>1 cm</translation>
  </message>
  <message>
   <source>1,27 cm</source>
   <translation>1.27 cm</translation>
  </message>
  <message>
   <source>Khổ giấy của bảng</source>
   <translation>Paper of the table</translation>
  </message>
  <message>
   <source>Giấy ngang</source>
   <translation>Landscape</translation>
  </message>
  <message>
   <source>Giấy đứng</source>
   <translation>Portrait</translation>
  </message>
  <message>
   <source>chủ trì</source>
   <translation>lead</translation>
  </message>
  <message>
   <source>phối hợp</source>
   <translation>coordinating</translation>
  </message>
  <message>
   <source>Chưa có căn cứ</source>
   <translation>No legal bases yet</translation>
  </message>
  <message>
   <source>Gõ số hoặc vài chữ của văn bản vào ô tìm ở trên. Kế hoạch có thể không cần căn cứ.</source>
   <translation>Type a number or some words of a document into the field above. A plan may do without.</translation>
  </message>
  <message>
   <source>Thêm văn bản khác</source>
   <translation>Add another document</translation>
  </message>
  <message>
   <source>Sắp xếp theo thứ bậc, ngày</source>
   <translation>Order by rank and date</translation>
  </message>
  <message>
   <source>Luật, nghị quyết, nghị định, quyết định, thông tư, rồi văn bản của địa phương; cùng bậc thì theo ngày</source>
   <translation>Laws, resolutions, decrees, decisions, circulars, then local documents; by date within a rank</translation>
  </message>
  <message>
   <source>Đã bỏ một căn cứ. Bấm Ctrl+Z để lấy lại.</source>
   <translation>One legal basis removed. Press Ctrl+Z to have it back.</translation>
  </message>
  <message>
   <source>cải cách hành chính năm {year}</source>
   <translation>administrative reform in {year}</translation>
  </message>
  <message>
   <source>kế hoạch của cấp trên</source>
   <translation>plan of the superior body</translation>
  </message>
  <message>
   <source>kế hoạch CCHC của cơ quan</source>
   <translation>administrative reform plan of the office</translation>
  </message>
  <message>
   <source>Mở đầu bằng</source>
   <translation>Opens with</translation>
  </message>
  <message>
   <source>Loại văn bản</source>
   <translation>Kind of document</translation>
  </message>
  <message>
   <source>Lời văn riêng</source>
   <translation>Own wording</translation>
  </message>
  <message>
   <source>ví dụ 25/KH-UBND</source>
   <translation>for example 25/KH-UBND</translation>
  </message>
  <message>
   <source>Bỏ trống thì chương trình tự ghép câu từ các ô trên.</source>
   <translation>Left empty, the sentence is composed from the fields above.</translation>
  </message>
  <message>
   <source>Lưu căn cứ này</source>
   <translation>Store this basis</translation>
  </message>
  <message>
   <source>Thêm vào kế hoạch</source>
   <translation>Add to the plan</translation>
  </message>
  <message>
   <source>Sẽ in:</source>
   <translation>Will be printed:</translation>
  </message>
  <message>
   <source>Điền sẵn:</source>
   <translation>Fill in:</translation>
  </message>
  <message>
   <source>Hãy ghi số, ký hiệu hoặc trích yếu của văn bản.</source>
   <translation>Enter the number, code or title of the document.</translation>
  </message>
  <message>
   <source>Căn cứ …</source>
   <translation>Căn cứ …</translation>
  </message>
  <message>
   <source>Thực hiện …</source>
   <translation>Thực hiện …</translation>
  </message>
  <message>
   <source>Sửa căn cứ</source>
   <translation>Edit the basis</translation>
  </message>
  <message>
   <source>Văn bản khác</source>
   <translation>Other documents</translation>
  </message>
  <message>
   <source>Các căn cứ của kế hoạch, theo thứ tự in</source>
   <translation>Legal bases of the plan, in printed order</translation>
  </message>
  <message>
   <source>Kéo để đổi thứ tự (Alt+↑, Alt+↓)</source>
   <translation>Drag to change the order (Alt+↑, Alt+↓)</translation>
  </message>
  <message>
   <source>Ghép với căn cứ trên</source>
   <translation>Join to the basis above</translation>
  </message>
  <message>
   <source>In chung một đoạn với căn cứ ngay trên, cách nhau bằng dấu chấm phẩy</source>
   <translation>Printed in one paragraph with the basis above, after a semicolon</translation>
  </message>
  <message>
   <source>Chuyển lên</source>
   <translation>Move up</translation>
  </message>
  <message>
   <source>Chuyển xuống</source>
   <translation>Move down</translation>
  </message>
  <message>
   <source>Bỏ khỏi kế hoạch</source>
   <translation>Remove from the plan</translation>
  </message>
  <message>
   <source>Thay bằng {name}</source>
   <translation>Replace by {name}</translation>
  </message>
  <message>
   <source>Còn thiếu số, ngày, cơ quan ban hành hoặc tên văn bản. Bấm bút chì để ghi.</source>
   <translation>Number, date, issuer or title of the document is missing. Click the pencil to enter it.</translation>
  </message>
  <message>
   <source>đã hết hiệu lực</source>
   <translation>no longer in force</translation>
  </message>
  <message>
   <source>đã được thay thế</source>
   <translation>has been replaced</translation>
  </message>
  <message>
   <source>chưa có hiệu lực</source>
   <translation>not yet in force</translation>
  </message>
  <message>
   <source>Tìm văn bản để thêm</source>
   <translation>Find documents to add</translation>
  </message>
  <message>
   <source>Văn bản tìm thấy</source>
   <translation>Documents found</translation>
  </message>
  <message>
   <source>Tìm văn bản để thêm: số hoặc chữ, ví dụ 61/2018 hoặc mot cua</source>
   <translation>Find documents to add: number or words, for example 61/2018 or mot cua</translation>
  </message>
  <message>
   <source>Không có trong danh mục kèm chương trình. Bấm “Thêm văn bản khác” để tự ghi.</source>
   <translation>Not in the catalogue of the program. Press “Add another document” to enter it.</translation>
  </message>
  <message>
   <source>Thêm vào kế hoạch: {title}</source>
   <translation>Add to the plan: {title}</translation>
  </message>
  <message>
   <source>đã có trong kế hoạch</source>
   <translation>already in the plan</translation>
  </message>
  <message>
   <source>Từng căn cứ</source>
   <translation>From basis to basis</translation>
  </message>
  <message>
   <source>Đưa căn cứ lên, xuống</source>
   <translation>Move a basis up or down</translation>
  </message>
  <message>
   <source>Xóa căn cứ</source>
   <translation>Remove a basis</translation>
  </message>
  <message>
   <source>Kế hoạch số {number} đã ban hành ngày {date} nên không sửa được nữa.</source>
   <translation>Plan number {number} was issued on {date} and can no longer be edited.</translation>
  </message>
  <message>
   <source>Quay lại</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Chưa chọn kế hoạch</source>
   <translation>No plan chosen</translation>
  </message>
  <message>
   <source>Hãy chọn một kế hoạch trong danh sách, hoặc soạn kế hoạch mới.</source>
   <translation>Choose a plan in the list, or write a new one.</translation>
  </message>
  <message>
   <source>Tiếp: {step}</source>
   <translation>Next: {step}</translation>
  </message>
  <message>
   <source>Số và ngày được ghi khi ban hành: Kế hoạch ▸ Ghi số, ngày ban hành.</source>
   <translation>Number and day are entered on issue: Plan ▸ Enter number and day of issue.</translation>
  </message>
  <message>
   <source>Hãy đi lần lượt: bước tiếp theo là “{step}”.</source>
   <translation>One step after the other: next is “{step}”.</translation>
  </message>
  <message>
   <source>Những tháng cuối năm, từ tháng</source>
   <translation>The last months of the year, from month</translation>
  </message>
  <message>
   <source>Từ</source>
   <translation>From</translation>
  </message>
  <message>
   <source>Từ tháng</source>
   <translation>From month</translation>
  </message>
  <message>
   <source>Cả năm {year}</source>
   <translation>The whole year {year}</translation>
  </message>
  <message>
   <source>Ngày cuối kỳ đứng trước ngày đầu kỳ. Hãy sửa một trong hai ngày.</source>
   <translation>The last day of the period is before its first day. Change one of them.</translation>
  </message>
  <message>
   <source>Đến ngày</source>
   <translation>To day</translation>
  </message>
  <message>
   <source>đến</source>
   <translation>to</translation>
  </message>
  <message>
   <source>Còn thiếu {missing} mục và {doubts} chỗ nên xem lại. Bấm vào từng dòng để sửa.</source>
   <translation>{missing} items are missing and {doubts} places should be looked at. Click a line to mend it.</translation>
  </message>
  <message>
   <source>Không thiếu mục nào. Hãy đọc lại một lượt, rồi in hoặc trình ký.</source>
   <translation>Nothing is missing. Read it once more, then print or submit.</translation>
  </message>
  <message>
   <source>Hoàn thành soạn thảo</source>
   <translation>Finish writing</translation>
  </message>
  <message>
   <source>Xem bước {step}</source>
   <translation>Show the step {step}</translation>
  </message>
  <message>
   <source>Sửa bước {step}</source>
   <translation>Mend the step {step}</translation>
  </message>
  <message>
   <source>Còn thiếu {missing} mục. Bấm vào từng dòng để sửa.</source>
   <translation>{missing} items are missing. Click a line to mend it.</translation>
  </message>
  <message>
   <source>Không thiếu mục nào, còn {doubts} chỗ nên xem lại trước khi in hoặc trình ký.</source>
   <translation>Nothing is missing; {doubts} places should be looked at before you print or submit.</translation>
  </message>
  <message>
   <source>Xem và in</source>
   <translation>View and print</translation>
  </message>
  <message>
   <source>Lưu PDF</source>
   <translation>Save PDF</translation>
  </message>
  <message>
   <source>Lưu Word</source>
   <translation>Save Word</translation>
  </message>
  <message>
   <source>Lưu Excel</source>
   <translation>Save Excel</translation>
  </message>
  <message>
   <source>Đã soạn xong. Bước tiếp theo: in và trình ký.</source>
   <translation>Writing is finished. Next: print and submit for signature.</translation>
  </message>
  <message>
   <source>Các nhiệm vụ sẽ in ở cuối mục</source>
   <translation>The tasks will be printed at the end of section</translation>
  </message>
  <message>
   <source>Dùng câu mẫu</source>
   <translation>Use the usual sentence</translation>
  </message>
  <message>
   <source>Câu kết (trước nơi nhận và chữ ký)</source>
   <translation>Closing sentence (before recipients and signature)</translation>
  </message>
  <message>
   <source>Chưa chọn (in sau phần nội dung)</source>
   <translation>Not chosen (printed after the content)</translation>
  </message>
  <message>
   <source>Nhiệm vụ ở phụ lục</source>
   <translation>Tasks in an appendix</translation>
  </message>
  <message>
   <source>Chỉ có lời văn</source>
   <translation>Text only</translation>
  </message>
  <message>
   <source>Phân công dưới từng việc</source>
   <translation>Assignments under each piece of work</translation>
  </message>
  <message>
   <source>Bảng trong kế hoạch</source>
   <translation>Table in the plan</translation>
  </message>
  <message>
   <source>Lời văn ngắn, bảng phân công nhiệm vụ in ở phụ lục kèm theo.</source>
   <translation>A short text; the table of tasks is printed in an appendix.</translation>
  </message>
  <message>
   <source>Mọi việc viết thành mục, điểm; không in bảng nhiệm vụ.</source>
   <translation>All work is written as sections and points; no table of tasks is printed.</translation>
  </message>
  <message>
   <source>Dưới mỗi việc ghi chủ trì, phối hợp, sản phẩm, thời gian.</source>
   <translation>Lead, coordinating units, product and time stand under each piece of work.</translation>
  </message>
  <message>
   <source>Bảng nhiệm vụ nằm ngay trong phần nội dung.</source>
   <translation>The table of tasks stands within the content.</translation>
  </message>
  <message>
   <source>{count} nhiệm vụ sẽ in thành bảng ở phụ lục kèm theo.</source>
   <translation>{count} tasks will be printed as a table in the appendix.</translation>
  </message>
  <message>
   <source>{count} nhiệm vụ vẫn được giữ trong sổ nhưng không in ra.</source>
   <translation>{count} tasks stay in the workspace but are not printed.</translation>
  </message>
  <message>
   <source>{count} nhiệm vụ sẽ in thành từng việc trong phần nội dung, mỗi việc có dòng chủ trì, phối hợp, sản phẩm, thời gian.</source>
   <translation>{count} tasks will be printed one by one in the content, each with its lead, coordinating units, product and time.</translation>
  </message>
  <message>
   <source>{count} nhiệm vụ sẽ in thành bảng trong phần nội dung.</source>
   <translation>{count} tasks will be printed as a table in the content.</translation>
  </message>
  <message>
   <source>Lời văn của các mục giữ nguyên.</source>
   <translation>The text of the sections stays as it is.</translation>
  </message>
  <message>
   <source>Khối ký sẽ in</source>
   <translation>Signature block as printed</translation>
  </message>
  <message>
   <source>Như trên</source>
   <translation>As above</translation>
  </message>
  <message>
   <source>Văn phòng UBND tỉnh</source>
   <translation>Văn phòng UBND tỉnh</translation>
  </message>
  <message>
   <source>Sở Tư pháp</source>
   <translation>Sở Tư pháp</translation>
  </message>
  <message>
   <source>Sở Nội vụ</source>
   <translation>Sở Nội vụ</translation>
  </message>
  <message>
   <source>Trung tâm Phục vụ hành chính công</source>
   <translation>Trung tâm Phục vụ hành chính công</translation>
  </message>
  <message>
   <source>Công chức chuyên môn</source>
   <translation>Công chức chuyên môn</translation>
  </message>
  <message>
   <source>Đài truyền thanh</source>
   <translation>Đài truyền thanh</translation>
  </message>
  <message>
   <source>Các tổ chức chính trị - xã hội</source>
   <translation>Các tổ chức chính trị - xã hội</translation>
  </message>
  <message>
   <source>Người ký đổi thành {name}.</source>
   <translation>The signer is now {name}.</translation>
  </message>
  <message>
   <source>TM. Chủ tịch ký thay mặt Ủy ban</source>
   <translation>TM. The Chairman signs for the Committee</translation>
  </message>
  <message>
   <source>TM. + KT. Phó Chủ tịch ký thay Chủ tịch</source>
   <translation>TM. + KT. A Vice Chairman signs for the Chairman</translation>
  </message>
  <message>
   <source>Q. Quyền Chủ tịch ký</source>
   <translation>Q. The acting Chairman signs</translation>
  </message>
  <message>
   <source>KT. Phó Chủ tịch ký thay Chủ tịch, văn bản của Chủ tịch</source>
   <translation>KT. A Vice Chairman signs a document of the Chairman</translation>
  </message>
  <message>
   <source>Chủ tịch ký văn bản của Chủ tịch</source>
   <translation>The Chairman signs a document of the Chairman</translation>
  </message>
  <message>
   <source>TL. Ký thừa lệnh Chủ tịch</source>
   <translation>TL. Signed by order of the Chairman</translation>
  </message>
  <message>
   <source>TUQ. Ký thừa ủy quyền Chủ tịch</source>
   <translation>TUQ. Signed by authorisation of the Chairman</translation>
  </message>
  <message>
   <source>Mỗi dòng một nơi, không cần gạch đầu dòng và dấu chấm phẩy. Dòng “Lưu” luôn đứng cuối.</source>
   <translation>One recipient a line, without dash or semicolon. The line “Lưu” always comes last.</translation>
  </message>
  <message>
   <source>Trong sổ chưa có ai giữ chức vụ {position}. Hãy ghi họ và tên ở dưới.</source>
   <translation>Nobody in the workspace holds the position {position}. Enter the full name below.</translation>
  </message>
  <message>
   <source>Người ký: {name}. Trong sổ có {count} người cùng chức vụ, chọn lại ở trên.</source>
   <translation>Signer: {name}. {count} people in the workspace hold this position; choose another above.</translation>
  </message>
  <message>
   <source>Thêm nơi nhận thường dùng</source>
   <translation>Add usual recipients</translation>
  </message>
  <message>
   <source>Chọn người ký đã ghi trong sổ</source>
   <translation>Choose a signer of the workspace</translation>
  </message>
  <message>
   <source>{name} ghi trong sổ là {known}. Hãy chọn lại người ký hoặc cách ký.</source>
   <translation>The workspace has {name} as {known}. Choose the signer or the way of signing again.</translation>
  </message>
  <message>
   <source>Ký theo cách nào</source>
   <translation>How it is signed</translation>
  </message>
  <message>
   <source>Quyền hạn (mỗi dòng một ý)</source>
   <translation>Authority (one item a line)</translation>
  </message>
  <message>
   <source>Cách khác (ghi ở dưới)</source>
   <translation>Another way (write it below)</translation>
  </message>
  <message>
   <source>Chưa chọn</source>
   <translation>Not chosen</translation>
  </message>
  <message>
   <source>Bước sau. Hãy đi lần lượt bằng nút “Tiếp”.</source>
   <translation>A later step. Go step by step with the button “Next”.</translation>
  </message>
  <message>
   <source>bước sau</source>
   <translation>later step</translation>
  </message>
  <message>
   <source>còn thiếu {count}</source>
   <translation>{count} missing</translation>
  </message>
  <message>
   <source>cần xem lại {count}</source>
   <translation>{count} to look at</translation>
  </message>
  <message>
   <source>đủ</source>
   <translation>complete</translation>
  </message>
  <message>
   <source>Các bước</source>
   <translation>Steps</translation>
  </message>
  <message>
   <source>Kế hoạch tên gì, cho năm nào, in theo hình thức nào.</source>
   <translation>What the plan is called, for which year, in which form.</translation>
  </message>
  <message>
   <source>Các văn bản làm căn cứ, theo thứ tự in. Gõ vào ô tìm để thêm văn bản.</source>
   <translation>The documents the plan rests on, in printed order. Type into the search field to add.</translation>
  </message>
  <message>
   <source>Vì sao lập kế hoạch và cần đạt được gì.</source>
   <translation>Why the plan is made and what it must reach.</translation>
  </message>
  <message>
   <source>Những việc kế hoạch đề ra. Số thứ tự do chương trình đánh.</source>
   <translation>The work the plan sets. Numbers are given by the program.</translation>
  </message>
  <message>
   <source>Nguồn kinh phí để thực hiện.</source>
   <translation>Where the money comes from.</translation>
  </message>
  <message>
   <source>Ai làm gì để kế hoạch được thực hiện, và câu kết.</source>
   <translation>Who does what so that the plan is carried out, and the closing sentence.</translation>
  </message>
  <message>
   <source>Từng nhiệm vụ: ai chủ trì, ai phối hợp, sản phẩm và thời hạn.</source>
   <translation>Each task: who leads, who coordinates, product and deadline.</translation>
  </message>
  <message>
   <source>Gửi kế hoạch cho những nơi nào, ai ký.</source>
   <translation>Where the plan is sent, and who signs.</translation>
  </message>
  <message>
   <source>Đọc lại tất cả một lượt. Bấm vào một dòng để sửa.</source>
   <translation>Read everything once more. Click a line to edit it.</translation>
  </message>
  <message>
   <source>Hình thức “Chỉ có lời văn” không in bảng nhiệm vụ. Các nhiệm vụ vẫn được giữ để theo dõi.</source>
   <translation>The form “Text only” prints no table of tasks. The tasks are kept to be followed.</translation>
  </message>
  <message>
   <source>In ở phụ lục</source>
   <translation>Print in an appendix</translation>
  </message>
  <message>
   <source>Kế hoạch này chỉ có lời văn</source>
   <translation>This plan is text only</translation>
  </message>
  <message>
   <source>Mọi việc viết ở bước Nội dung, không in bảng nhiệm vụ. Cứ đi tiếp, hoặc chuyển sang in nhiệm vụ ở phụ lục.</source>
   <translation>All work is written in the step Content, no table of tasks is printed. Go on, or switch to tasks in an appendix.</translation>
  </message>
  <message>
   <source>Chuyển sang có phụ lục nhiệm vụ</source>
   <translation>Switch to an appendix of tasks</translation>
  </message>
  <message>
   <source>Ghi nhiệm vụ để theo dõi, không in</source>
   <translation>Enter tasks to follow them, not to print</translation>
  </message>
  <message>
   <source>I – 1 – a)</source>
   <translation>I – 1 – a)</translation>
  </message>
  <message>
   <source>A – 1 – a)</source>
   <translation>A – 1 – a)</translation>
  </message>
  <message>
   <source>I – 1 – 1.1</source>
   <translation>I – 1 – 1.1</translation>
  </message>
  <message>
   <source>Địa danh (trước ngày, tháng)</source>
   <translation>Place (before day and month)</translation>
  </message>
  <message>
   <source>Đổi lại</source>
   <translation>Change back</translation>
  </message>
  <message>
   <source>Sửa năm trong trích yếu</source>
   <translation>Correct the year in the title</translation>
  </message>
  <message>
   <source>Dùng tên mẫu</source>
   <translation>Use the usual title</translation>
  </message>
  <message>
   <source>Lời dẫn (câu mở đầu, sau các căn cứ)</source>
   <translation>Opening (the sentence after the legal bases)</translation>
  </message>
  <message>
   <source>Cách đánh số các mục</source>
   <translation>Numbering of the sections</translation>
  </message>
  <message>
   <source>Chưa chọn mục để in các nhiệm vụ. Nên in ở mục “{heading}”.</source>
   <translation>The section to print the tasks in is not chosen. “{heading}” would suit.</translation>
  </message>
  <message>
   <source>Trích yếu (tên kế hoạch)</source>
   <translation>Title (name of the plan)</translation>
  </message>
  <message>
   <source>Viết sau chữ KẾ HOẠCH, không viết lại hai chữ đó.</source>
   <translation>Stands after the words KẾ HOẠCH, do not repeat them.</translation>
  </message>
  <message>
   <source>Hình thức kế hoạch</source>
   <translation>Form of the plan</translation>
  </message>
  <message>
   <source>Cách trình bày</source>
   <translation>Layout</translation>
  </message>
  <message>
   <source>Trích yếu ghi năm {old}, kế hoạch lập cho năm {year}.</source>
   <translation>The title says {old}, the plan is for {year}.</translation>
  </message>
  <message>
   <source>In ở mục {no}</source>
   <translation>Print in section {no}</translation>
  </message>
  <message>
   <source>Đã chọn “{shape}”. {moves}</source>
   <translation>“{shape}” chosen. {moves}</translation>
  </message>
  <message>
   <source>Các nhiệm vụ sẽ in ở mục {no}.</source>
   <translation>The tasks will be printed in section {no}.</translation>
  </message>
  <message>
   <source>Kỳ của kế hoạch</source>
   <translation>Period of the plan</translation>
  </message>
  <message>
   <source>Cấp trên trực tiếp</source>
   <translation>Direct superior</translation>
  </message>
  <message>
   <source>Các cột của bảng nhiệm vụ</source>
   <translation>Columns of the task table</translation>
  </message>
  <message>
   <source>Các cột đã sửa riêng</source>
   <translation>Columns changed by hand</translation>
  </message>
  <message>
   <source>khi đóng chương trình</source>
   <translation>when the program closed</translation>
  </message>
  <message>
   <source>bấm tay</source>
   <translation>by hand</translation>
  </message>
  <message>
   <source>trước khi nâng cấp</source>
   <translation>before an upgrade</translation>
  </message>
  <message>
   <source>trước khi phục hồi</source>
   <translation>before a restore</translation>
  </message>
  <message>
   <source>sổ cũ, giữ lại khi chuyển sang nơi khác</source>
   <translation>old workspace, kept when it was moved</translation>
  </message>
  <message>
   <source>{time} ngày {day}</source>
   <translation>{time} on {day}</translation>
  </message>
  <message>
   <source>Không ghi được tệp vì ổ đĩa đã đầy: {path}. Kế hoạch vẫn còn nguyên trong sổ. Hãy giải phóng chỗ trống hoặc chọn nơi khác.</source>
   <translation>The file could not be written because the disk is full: {path}. The plan is intact in the workspace. Free some room or choose another place.</translation>
  </message>
  <message>
   <source>Không ghi được tệp vì đang mở trong chương trình khác: {path}. Hãy đóng tệp đó rồi làm lại.</source>
   <translation>The file could not be written because another program has it open: {path}. Close it there and try again.</translation>
  </message>
  <message>
   <source>Không có quyền ghi vào: {path}. Kế hoạch vẫn còn nguyên trong sổ. Hãy chọn nơi khác.</source>
   <translation>No right to write to: {path}. The plan is intact in the workspace. Choose another place.</translation>
  </message>
  <message>
   <source>Không có thư mục để ghi: {path}. Hãy tạo thư mục trước hoặc chọn nơi khác.</source>
   <translation>There is no folder to write to: {path}. Make it first or choose another place.</translation>
  </message>
  <message>
   <source>Windows không nhận tên tệp “{name}”. Kế hoạch vẫn còn nguyên trong sổ. Hãy đặt tên khác, không dùng các dấu : * ? " &lt; &gt; | và các tên như CON, NUL.</source>
   <translation>Windows does not accept the file name “{name}”. The plan is intact in the workspace. Choose another name, without : * ? " &lt; &gt; | and names such as CON, NUL.</translation>
  </message>
  <message>
   <source>Đường dẫn dài quá 259 ký tự nên Windows không ghi được: {path}. Hãy chọn thư mục gần gốc ổ đĩa hơn hoặc đặt tên ngắn hơn.</source>
   <translation>The path is longer than 259 characters, so Windows could not write it: {path}. Choose a folder nearer to the root of the disk, or a shorter name.</translation>
  </message>
  <message>
   <source>Không tìm thấy tệp: {path}. Hãy kiểm tra lại tên và nơi lưu.</source>
   <translation>File not found: {path}. Check its name and place.</translation>
  </message>
  <message>
   <source>Không mở được tệp PDF vì tệp bị hỏng. Hãy tạo lại tệp.</source>
   <translation>The PDF file could not be opened because it is damaged. Make it again.</translation>
  </message>
  <message>
   <source>Ký tự “{char}” không in được vì phông chữ không có ({where}). Hãy thay ký tự đó rồi in lại.</source>
   <translation>The character “{char}” cannot be printed because the font lacks it ({where}). Replace it and print again.</translation>
  </message>
  <message>
   <source>Sổ kế hoạch {path} đang được {user} mở trên máy {host} từ {at}. Hãy đóng ở máy đó, hoặc mở ở chế độ chỉ xem.</source>
   <translation>The workspace {path} has been open for {user} on the computer {host} since {at}. Close it there, or open it for reading only.</translation>
  </message>
  <message>
   <source>Không thấy sổ kế hoạch ở nơi mở lần trước: {path}. Hãy cắm ổ đĩa, nối mạng rồi thử lại, hoặc chọn sổ ở nơi khác.</source>
   <translation>The workspace is not where it was opened last time: {path}. Plug in the disk or connect the network and try again, or choose a workspace elsewhere.</translation>
  </message>
  <message>
   <source>Không ghi được vào thư mục của chương trình mang theo: {path}. Sổ ở đó vẫn còn nguyên. Hãy gạt khóa ghi của USB rồi thử lại, hoặc mở chỉ để đọc.</source>
   <translation>The folder of the portable program cannot be written to: {path}. The workspace there is intact. Open the write lock of the USB stick and try again, or open it for reading only.</translation>
  </message>
  <message>
   <source>Đã có tệp ở nơi muốn chuyển đến: {path}. Chưa chuyển gì. Hãy chọn thư mục khác hoặc tên khác.</source>
   <translation>There is a file in the new place already: {path}. Nothing was moved. Choose another folder or another name.</translation>
  </message>
  <message>
   <source>Bản chép sang {path} không giống sổ hiện nay nên chưa chuyển. Sổ vẫn ở chỗ cũ, nguyên vẹn. Hãy kiểm tra ổ đĩa nơi đến.</source>
   <translation>The copy in {path} differs from the present workspace, so it was not moved. The workspace is intact in its old place. Check the disk it should go to.</translation>
  </message>
  <message>
   <source>Sổ kế hoạch {path} do bản chương trình mới hơn tạo ra. Dữ liệu vẫn nguyên vẹn. Hãy cài bản mới rồi mở lại.</source>
   <translation>The workspace {path} was made by a newer version of the program. The data is intact. Install the new version and open it again.</translation>
  </message>
  <message>
   <source>Sổ kế hoạch {path} do bản cũ tạo ra nên chưa mở được ở chế độ chỉ xem. Hãy mở bình thường một lần để nâng cấp.</source>
   <translation>The workspace {path} was made by an older version and cannot be opened for reading only yet. Open it normally once to upgrade it.</translation>
  </message>
  <message>
   <source>Tệp {path} không phải sổ kế hoạch. Không có gì bị thay đổi. Hãy chọn tệp có đuôi .khdb.</source>
   <translation>The file {path} is not a workspace. Nothing was changed. Choose a file ending in .khdb.</translation>
  </message>
  <message>
   <source>Sổ kế hoạch {path} bị hỏng. Chương trình không ghi gì thêm vào đó. Hãy khôi phục từ bản sao lưu gần nhất.</source>
   <translation>The workspace {path} is damaged. The program writes nothing more to it. Restore the latest backup.</translation>
  </message>
  <message>
   <source>Ổ đĩa chứa sổ {path} đọc, ghi bị lỗi. Hãy kiểm tra ổ đĩa, dây cắm hoặc mạng rồi mở lại.</source>
   <translation>The disk of the workspace {path} fails in reading or writing. Check the disk, cable or network and open it again.</translation>
  </message>
  <message>
   <source>Sổ kế hoạch {path} đang ở chế độ chỉ xem nên không sửa được.</source>
   <translation>The workspace {path} is open for reading only and cannot be edited.</translation>
  </message>
  <message>
   <source>Sổ kế hoạch {path} đang bận. Chưa có gì bị mất. Hãy thử lại sau giây lát.</source>
   <translation>The workspace {path} is busy. Nothing is lost. Try again in a moment.</translation>
  </message>
  <message>
   <source>Không mở được {path}. Hãy kiểm tra thư mục còn đó và có quyền ghi.</source>
   <translation>{path} could not be opened. Check that the folder is there and may be written to.</translation>
  </message>
  <message>
   <source>Thư viện SQLite của máy quá cũ ({version}). Hãy cài lại chương trình.</source>
   <translation>The SQLite library of this computer is too old ({version}). Install the program again.</translation>
  </message>
  <message>
   <source>Bản sao lưu {path} không dùng được. Sổ hiện tại vẫn nguyên vẹn. Hãy chọn bản khác.</source>
   <translation>The backup {path} cannot be used. The present workspace is intact. Choose another one.</translation>
  </message>
  <message>
   <source>Bảng {table} có dòng {row} không thuộc kế hoạch nào. Hãy khôi phục từ bản sao lưu.</source>
   <translation>Table {table} has the row {row} that belongs to no plan. Restore a backup.</translation>
  </message>
  <message>
   <source>Tệp {path} không đúng dạng JSON. Không có gì được ghi vào sổ. Hãy kiểm tra lại tệp.</source>
   <translation>The file {path} is not proper JSON. Nothing was written to the workspace. Check the file.</translation>
  </message>
  <message>
   <source>Mục “{field}” phải là một nhóm trường có tên. Không có gì được ghi vào sổ.</source>
   <translation>“{field}” must be an object of named fields. Nothing was written to the workspace.</translation>
  </message>
  <message>
   <source>Tệp {path} lớn quá 20 MB nên không đọc. Hãy kiểm tra có đúng tệp kế hoạch không.</source>
   <translation>The file {path} is larger than 20 MB and was not read. Check that it is the right file.</translation>
  </message>
  <message>
   <source>Trường “{field}” dài quá 200.000 ký tự. Hãy rút ngắn.</source>
   <translation>The field “{field}” is longer than 200,000 characters. Shorten it.</translation>
  </message>
  <message>
   <source>Mục “{field}” lồng nhau quá sâu. Hãy bớt số cấp.</source>
   <translation>“{field}” is nested too deeply. Use fewer levels.</translation>
  </message>
  <message>
   <source>Thiếu trường “{field}”. Không có gì được ghi vào sổ. Hãy bổ sung rồi làm lại.</source>
   <translation>The field “{field}” is missing. Nothing was written to the workspace. Add it and try again.</translation>
  </message>
  <message>
   <source>Không có trường “{field}”. Không có gì được ghi vào sổ. Hãy sửa lại tên trường.</source>
   <translation>There is no field “{field}”. Nothing was written to the workspace. Correct the name of the field.</translation>
  </message>
  <message>
   <source>Không có trường “{field}” (có phải “{near}” không?). Không có gì được ghi vào sổ. Hãy sửa lại tên trường.</source>
   <translation>There is no field “{field}” (did you mean “{near}”?). Nothing was written to the workspace. Correct the name of the field.</translation>
  </message>
  <message>
   <source>Trường “{field}” phải là {expected}. Không có gì được ghi vào sổ.</source>
   <translation>The field “{field}” must be {expected}. Nothing was written to the workspace.</translation>
  </message>
  <message>
   <source>Trường “{field}” không nhận “{value}”. Chỉ nhận: {choices}.</source>
   <translation>The field “{field}” does not take “{value}”. It takes: {choices}.</translation>
  </message>
  <message>
   <source>Trường “{field}”: không có ngày “{value}”. Hãy ghi dạng năm-tháng-ngày, ví dụ 2027-01-05.</source>
   <translation>Field “{field}”: there is no day “{value}”. Write year-month-day, for example 2027-01-05.</translation>
  </message>
  <message>
   <source>Năm “{value}” không hợp lệ. Hãy ghi năm từ 1990 đến 2100.</source>
   <translation>The year “{value}” is not valid. Write a year from 1990 to 2100.</translation>
  </message>
  <message>
   <source>Trường “{field}”: các cột không được trùng nhau và phải có cột nội dung, rộng từ 5 đến 250 mm.</source>
   <translation>Field “{field}”: columns must differ, have a content column, and be 5 to 250 mm wide.</translation>
  </message>
  <message>
   <source>Không hiểu cột “{label}”. Hãy dùng các tên thường gặp: TT, Nội dung, Chủ trì, Phối hợp, Sản phẩm, Thời hạn.</source>
   <translation>The column “{label}” is not understood. Use the usual names: TT, Nội dung, Chủ trì, Phối hợp, Sản phẩm, Thời hạn.</translation>
  </message>
  <message>
   <source>Cấp “{level}” không hợp lệ. Chỉ nhận: xã, phường, đặc khu, thị trấn.</source>
   <translation>The level “{level}” is not valid. It may be: xã, phường, đặc khu, thị trấn.</translation>
  </message>
  <message>
   <source>Không có trường “{field}”.</source>
   <translation>There is no field “{field}”.</translation>
  </message>
  <message>
   <source>Trường “{field}” không nhận giá trị “{value}”.</source>
   <translation>The field “{field}” does not take the value “{value}”.</translation>
  </message>
  <message>
   <source>Dòng này không còn nữa, có thể vừa bị xóa. Hãy chọn lại.</source>
   <translation>This row is no longer there, it may just have been deleted. Choose again.</translation>
  </message>
  <message>
   <source>Không có mẫu “{id}” cho kiểu kế hoạch này.</source>
   <translation>There is no template “{id}” for this kind of plan.</translation>
  </message>
  <message>
   <source>Không thể đưa một mục vào bên trong chính nó.</source>
   <translation>A section cannot be moved into itself.</translation>
  </message>
  <message>
   <source>Cột này không gộp ô được. Chỉ gộp các ô chủ trì, phối hợp, sản phẩm, thời hạn.</source>
   <translation>This column cannot be joined. Only lead, coordinating units, product and deadline can.</translation>
  </message>
  <message>
   <source>Chỉ gộp được ô của các dòng liền nhau trong cùng một nhóm. Hãy chọn lại.</source>
   <translation>Only cells of neighbouring rows in one group can be joined. Choose again.</translation>
  </message>
  <message>
   <source>Không đọc được tệp: {path}. Hãy kiểm tra quyền mở tệp, hoặc chép tệp ra chỗ khác rồi chọn lại.</source>
   <translation>The file could not be read: {path}. Check the right to open it, or copy it elsewhere and choose it again.</translation>
  </message>
  <message>
   <source>Tệp {path} lớn quá 50 MB nên không cất vào sổ. Hãy ghi số, ngày văn bản, hoặc nén tệp rồi chọn lại.</source>
   <translation>The file {path} is larger than 50 MB and was not kept. Enter number and date of the document, or compress the file and choose it again.</translation>
  </message>
  <message>
   <source>Tệp {path} rỗng nên chưa thêm làm minh chứng. Hãy kiểm tra lại tệp.</source>
   <translation>The file {path} is empty and was not added as evidence. Check the file.</translation>
  </message>
  <message>
   <source>Tệp “{name}” đã có trong minh chứng của nhiệm vụ này.</source>
   <translation>The file “{name}” is already evidence of this task.</translation>
  </message>
  <message>
   <source>Không có nhiệm vụ số {id} trong sổ. Hãy xem số thứ tự bằng lệnh “task list”.</source>
   <translation>There is no task {id} in the workspace. See the numbers with the command “task list”.</translation>
  </message>
  <message>
   <source>Minh chứng cần ít nhất số văn bản, nội dung hoặc tệp. Hãy ghi một trong ba.</source>
   <translation>Evidence needs at least a document number, a content or a file. Enter one of the three.</translation>
  </message>
  <message>
   <source>{first}, {rest}</source>
   <translation>{first}, {rest}</translation>
  </message>
  <message>
   <source>kỳ</source>
   <translation>period</translation>
  </message>
  <message>
   <source>trích yếu</source>
   <translation>title</translation>
  </message>
  <message>
   <source>ký hiệu</source>
   <translation>code</translation>
  </message>
  <message>
   <source>tên phụ lục</source>
   <translation>title of the appendix</translation>
  </message>
  <message>
   <source>lời dẫn</source>
   <translation>opening</translation>
  </message>
  <message>
   <source>đoạn kết</source>
   <translation>closing sentence</translation>
  </message>
  <message>
   <source>kiểu trình bày</source>
   <translation>form</translation>
  </message>
  <message>
   <source>cách đánh số</source>
   <translation>numbering</translation>
  </message>
  <message>
   <source>khổ giấy phụ lục</source>
   <translation>paper of the appendix</translation>
  </message>
  <message>
   <source>lùi đầu dòng</source>
   <translation>first line indent</translation>
  </message>
  <message>
   <source>cột của phụ lục</source>
   <translation>columns of the appendix</translation>
  </message>
  <message>
   <source>nơi nhận</source>
   <translation>recipients</translation>
  </message>
  <message>
   <source>khối ký</source>
   <translation>signature block</translation>
  </message>
  <message>
   <source>cơ quan</source>
   <translation>agency</translation>
  </message>
  <message>
   <source>nhiệm vụ {no}</source>
   <translation>task {no}</translation>
  </message>
  <message>
   <source>Theo dữ liệu kèm chương trình (chưa kiểm chứng): {sentence}</source>
   <translation>By the data of the program (not verified): {sentence}</translation>
  </message>
  <message>
   <source>{sentence} {remark}</source>
   <translation>{sentence} {remark}</translation>
  </message>
  <message>
   <source>Dữ liệu kèm chương trình không có trích yếu, người soạn phải tự điền trước khi in.</source>
   <translation>The data of the program has no title for it; enter it yourself before printing.</translation>
  </message>
  <message>
   <source>Văn bản này không có trong dữ liệu kèm chương trình; hãy tự kiểm tra hiệu lực trước khi viện dẫn.</source>
   <translation>This document is not in the data of the program; check yourself that it is in force before you cite it.</translation>
  </message>
  <message>
   <source>Hết hiệu lực.</source>
   <translation>No longer in force.</translation>
  </message>
  <message>
   <source>Hết hiệu lực từ ngày {day}.</source>
   <translation>No longer in force since {day}.</translation>
  </message>
  <message>
   <source>Hết hiệu lực, được thay thế bằng {by}.</source>
   <translation>No longer in force, replaced by {by}.</translation>
  </message>
  <message>
   <source>Hết hiệu lực từ ngày {day}, được thay thế bằng {by}.</source>
   <translation>No longer in force since {day}, replaced by {by}.</translation>
  </message>
  <message>
   <source>Đã được thay thế bằng {by}.</source>
   <translation>Replaced by {by}.</translation>
  </message>
  <message>
   <source>Đã được thay thế bằng {by} từ ngày {day}.</source>
   <translation>Replaced by {by} since {day}.</translation>
  </message>
  <message>
   <source>Chưa có hiệu lực vào ngày của kế hoạch.</source>
   <translation>Not yet in force on the day of the plan.</translation>
  </message>
  <message>
   <source>Chưa có hiệu lực vào ngày của kế hoạch, có hiệu lực từ ngày {day}.</source>
   <translation>Not yet in force on the day of the plan; in force from {day}.</translation>
  </message>
  <message>
   <source>Còn hiệu lực, đã được sửa đổi, bổ sung.</source>
   <translation>In force, amended.</translation>
  </message>
  <message>
   <source>Còn hiệu lực, đã được sửa đổi, bổ sung bởi {by}.</source>
   <translation>In force, amended by {by}.</translation>
  </message>
  <message>
   <source>Còn hiệu lực, đã được sửa đổi, bổ sung bởi {by}; có thể cả {maybe} (chưa kiểm chứng).</source>
   <translation>In force, amended by {by}; perhaps also by {maybe} (not verified).</translation>
  </message>
  <message>
   <source>Còn hiệu lực, có thể đã được sửa đổi, bổ sung bởi {maybe} (chưa kiểm chứng).</source>
   <translation>In force, perhaps amended by {maybe} (not verified).</translation>
  </message>
  <message>
   <source>Còn hiệu lực.</source>
   <translation>In force.</translation>
  </message>
  <message>
   <source>Văn bản hợp nhất chỉ để tra cứu, không viện dẫn làm căn cứ.</source>
   <translation>A consolidated text is for looking things up only; it is not cited as a legal basis.</translation>
  </message>
  <message>
   <source>Chưa xác định được còn hiệu lực hay không.</source>
   <translation>It is not known whether it is still in force.</translation>
  </message>
  <message>
   <source>Chưa xác định được còn hiệu lực hay không từ ngày {day}.</source>
   <translation>It is not known whether it is still in force since {day}.</translation>
  </message>
  <message>
   <source>Nội dung đã sao chép lớn quá {limit} triệu ký tự nên không dán được. Hãy sao chép từng phần.</source>
   <translation>What was copied is longer than {limit} million characters and cannot be pasted. Copy it in parts.</translation>
  </message>
  <message>
   <source>Bảng đã sao chép có quá {limit} dòng nên không dán được. Hãy chọn đúng các dòng cần rồi sao chép lại.</source>
   <translation>The copied table has more than {limit} rows and cannot be pasted. Select the rows needed and copy again.</translation>
  </message>
  <message>
   <source>Có ô dài quá {limit} ký tự nên không dán được. Hãy rút ngắn ô đó rồi sao chép lại.</source>
   <translation>A cell is longer than {limit} characters and cannot be pasted. Shorten it and copy again.</translation>
  </message>
  <message>
   <source>Không có chữ hoặc bảng nào để dán. Hãy sao chép lại từ Excel hoặc Word.</source>
   <translation>There is no text or table to paste. Copy again from Excel or Word.</translation>
  </message>
  <message>
   <source>Chữ sao chép dùng bảng mã TCVN3 (phông .VnTime) đã được đổi sang Unicode. Hãy đọc lại trước khi dùng.</source>
   <translation>The copied text was in TCVN3 (font .VnTime) and was changed to Unicode. Read it over before you use it.</translation>
  </message>
  <message>
   <source>Chữ sao chép hình như dùng bảng mã TCVN3 (phông .VnTime) nên có thể sai dấu. Hãy đổi sang Unicode rồi dán lại.</source>
   <translation>The copied text seems to be in TCVN3 (font .VnTime), so its marks may be wrong. Change it to Unicode and paste again.</translation>
  </message>
  <message>
   <source>Chữ sao chép hình như dùng bảng mã VNI nên có thể sai dấu. Hãy đổi sang Unicode rồi dán lại.</source>
   <translation>The copied text seems to be in VNI, so its marks may be wrong. Change it to Unicode and paste again.</translation>
  </message>
  <message>
   <source>{count} ô nằm ở cột không có trong phụ lục nên không dán. Hãy chọn cột cho các ô đó nếu cần.</source>
   <translation>{count} cells are in a column the appendix does not have and are not pasted. Choose a column for them if needed.</translation>
  </message>
  <message>
   <source>Không có kế hoạch số {id} trong sổ. Hãy xem danh sách kế hoạch.</source>
   <translation>There is no plan {id} in the workspace. See the list of plans.</translation>
  </message>
  <message>
   <source>Kế hoạch đã ban hành nên không sửa được. Hãy lập bản mới thay thế; bản đã ký vẫn được giữ.</source>
   <translation>The plan has been issued and cannot be edited. Make a new version; the signed one is kept.</translation>
  </message>
  <message>
   <source>Kế hoạch không ở bước phù hợp để làm việc này. Hãy xem dòng trạng thái của kế hoạch.</source>
   <translation>The plan is not at the right step for this. See the line of its state.</translation>
  </message>
  <message>
   <source>Kế hoạch này đã có bản mới. Hãy mở bản mới để sửa.</source>
   <translation>This plan has a newer version already. Open that one to edit.</translation>
  </message>
  <message>
   <source>Số “{number}” không hợp lệ. Hãy ghi số của văn bản, ví dụ 24.</source>
   <translation>The number “{number}” is not valid. Enter the number of the document, for example 24.</translation>
  </message>
  <message>
   <source>Chưa có ngày ban hành. Hãy ghi ngày ký, ví dụ 05/01/2027.</source>
   <translation>The day of issue is missing. Enter the day of signature, for example 05/01/2027.</translation>
  </message>
  <message>
   <source>Số {number} đã dùng trong năm cho “{title}”. Mỗi số chỉ dùng một lần trong năm (Nghị định 30/2020/NĐ-CP, Điều 15).</source>
   <translation>Number {number} was already used this year for “{title}”. A number is used only once a year (Nghị định 30/2020/NĐ-CP, Điều 15).</translation>
  </message>
  <message>
   <source>Tệp {path} không phải PDF. Hãy quét bản đã ký thành PDF rồi đính kèm.</source>
   <translation>The file {path} is not a PDF. Scan the signed copy as PDF and attach that.</translation>
  </message>
  <message>
   <source>Tệp {path} lớn quá 50 MB. Hãy quét lại ở 200 dpi.</source>
   <translation>The file {path} is larger than 50 MB. Scan it again at 200 dpi.</translation>
  </message>
  <message>
   <source>Tệp đính kèm “{name}” trong sổ đã khác so với lúc đính kèm. Hãy lấy lại từ bản sao lưu.</source>
   <translation>The attached file “{name}” in the workspace differs from what was attached. Take it from a backup.</translation>
  </message>
  <message>
   <source>Không xuất được dạng “{suffix}”. Chỉ nhận: {known}.</source>
   <translation>Export as “{suffix}” is not possible. Possible are: {known}.</translation>
  </message>
  <message>
   <source>Năm {year} không đứng sau năm {old} của kế hoạch đang có. Hãy chọn năm sau.</source>
   <translation>The year {year} is not after {old}, the year of the present plan. Choose a later year.</translation>
  </message>
  <message>
   <source>Không có thay đổi “{key}” trong đề xuất. Chưa lập gì. Hãy xem lại bằng --dry-run.</source>
   <translation>There is no change “{key}” in the proposal. Nothing was made. Look again with --dry-run.</translation>
  </message>
  <message>
   <source>Chuyển tiếp từ kế hoạch năm {year}</source>
   <translation>Carried over from the plan of {year}</translation>
  </message>
  <message>
   <source>Kế hoạch cũ chỉ cho một phần năm; năm sau là cả năm.</source>
   <translation>The old plan was for part of a year only; the next one is for the whole year.</translation>
  </message>
  <message>
   <source>Kế hoạch cũ chỉ cho một phần năm. Không đánh dấu thì kỳ mới là {same}.</source>
   <translation>The old plan was for part of a year only. Without a tick the new period is {same}.</translation>
  </message>
  <message>
   <source>Mốc này đã qua. Hãy xem mục tiêu nay là năm nào.</source>
   <translation>This milestone has passed. See which year the goal is for now.</translation>
  </message>
  <message>
   <source>Chương trình đã kết thúc năm {last}. Hãy xem có chương trình tiếp theo chưa.</source>
   <translation>The programme ended in {last}. See whether another follows it.</translation>
  </message>
  <message>
   <source>Có thể là số lượng, không phải năm.</source>
   <translation>It may be a number, not a year.</translation>
  </message>
  <message>
   <source>Năm {found} đã cũ ngay trong kế hoạch năm {year}, có thể là chữ sót lại.</source>
   <translation>The year {found} was old even in the plan of {year}; it may be left over.</translation>
  </message>
  <message>
   <source>Câu này không nói về kết quả năm trước, mà ghi năm {found} trong kế hoạch năm {year}. Có thể là chữ sót lại.</source>
   <translation>This sentence is not about the results of the year before, yet says {found} in the plan of {year}. It may be left over.</translation>
  </message>
  <message>
   <source>Không có ngày {day}, nên lấy ngày cuối tháng.</source>
   <translation>There is no day {day}, so the last day of the month is taken.</translation>
  </message>
  <message>
   <source>Ngày {day} là ngày nghỉ ({name}).</source>
   <translation>{day} is a day off ({name}).</translation>
  </message>
  <message>
   <source>Đây là ngày đầu của kỳ cũ. Năm đủ bắt đầu từ 01/01; số liệu báo cáo năm lấy từ 15/12 năm trước (Nghị định 09/2019/NĐ-CP, Điều 12).</source>
   <translation>This is the first day of the old period. A whole year begins on 01/01; figures of yearly reports begin on 15/12 of the year before (Nghị định 09/2019/NĐ-CP, Điều 12).</translation>
  </message>
  <message>
   <source>Mỗi năm tăng {growth}.</source>
   <translation>Each year up {growth}.</translation>
  </message>
  <message>
   <source>{status}</source>
   <translation>{status}</translation>
  </message>
  <message>
   <source>{status} Điều, khoản của văn bản mới có thể khác, hãy đọc lại cả câu.</source>
   <translation>{status} Articles and clauses of the new document may differ; read the whole sentence again.</translation>
  </message>
  <message>
   <source>Văn bản của riêng năm {year}. Năm {to} có văn bản khác: số, ngày để trống (…) chờ điền.</source>
   <translation>A document of {year} only. {to} has another one: number and date are left empty (…) to be filled in.</translation>
  </message>
  <message>
   <source>Đã ghi là không thực hiện.</source>
   <translation>Marked as not carried out.</translation>
  </message>
  <message>
   <source>Chưa làm, chưa có minh chứng.</source>
   <translation>Not begun, no evidence yet.</translation>
  </message>
  <message>
   <source>Đang làm, chưa có minh chứng.</source>
   <translation>Under way, no evidence yet.</translation>
  </message>
  <message>
   <source>{why}</source>
   <translation>{why}</translation>
  </message>
  <message>
   <source>Theo tên hiện nay trong phần khai báo cơ quan.</source>
   <translation>By its present name in the office's details.</translation>
  </message>
  <message>
   <source>Theo phần khai báo cơ quan hiện nay.</source>
   <translation>By the present details of the office.</translation>
  </message>
  <message>
   <source>Căn cứ còn giữ</source>
   <translation>Legal bases kept</translation>
  </message>
  <message>
   <source>Số, ngày, tên của văn bản được nhắc đến</source>
   <translation>Number, date and title of documents named</translation>
  </message>
  <message>
   <source>Tên luật</source>
   <translation>Names of laws</translation>
  </message>
  <message>
   <source>Tên tiêu chuẩn</source>
   <translation>Names of standards</translation>
  </message>
  <message>
   <source>Chương trình nhiều năm</source>
   <translation>Programmes of several years</translation>
  </message>
  <message>
   <source>Mốc của chương trình</source>
   <translation>Milestones of programmes</translation>
  </message>
  <message>
   <source>Năm liền trước, đã đổi theo năm mới</source>
   <translation>The year just before, already changed to the new one</translation>
  </message>
  <message>
   <source>Thay đổi không được đánh dấu</source>
   <translation>Changes without a tick</translation>
  </message>
  <message>
   <source>Năm cũ hơn, chương trình không đề xuất đổi</source>
   <translation>Older years, no change proposed</translation>
  </message>
  <message>
   <source>Kỳ kế hoạch</source>
   <translation>Period of the plan</translation>
  </message>
  <message>
   <source>Căn cứ {no}</source>
   <translation>Basis {no}</translation>
  </message>
  <message>
   <source>Nhiệm vụ {no}, {field}</source>
   <translation>Task {no}, {field}</translation>
  </message>
  <message>
   <source>Tên cột {no}</source>
   <translation>Name of column {no}</translation>
  </message>
  <message>
   <source>Phụ lục kèm theo {no}</source>
   <translation>Attached appendix {no}</translation>
  </message>
  <message>
   <source>Chỉ tiêu {no}</source>
   <translation>Indicator {no}</translation>
  </message>
  <message>
   <source>Khối ký</source>
   <translation>Signature block</translation>
  </message>
  <message>
   <source>nội dung</source>
   <translation>content</translation>
  </message>
  <message>
   <source>việc cụ thể</source>
   <translation>single pieces of work</translation>
  </message>
  <message>
   <source>sản phẩm</source>
   <translation>product</translation>
  </message>
  <message>
   <source>thời hạn</source>
   <translation>deadline</translation>
  </message>
  <message>
   <source>Tạo dữ liệu mẫu</source>
   <translation>Make sample data</translation>
  </message>
  <message>
   <source>Lập kế hoạch năm {year} từ kế hoạch cũ</source>
   <translation>Make the plan of {year} from an old plan</translation>
  </message>
  <message>
   <source>Đưa kế hoạch năm {year} vào sổ</source>
   <translation>Bring the plan of {year} into the workspace</translation>
  </message>
  <message>
   <source>Xóa kế hoạch năm {year}</source>
   <translation>Delete the plan of {year}</translation>
  </message>
  <message>
   <source>Sửa {fields}</source>
   <translation>Edit {fields}</translation>
  </message>
  <message>
   <source>Đổi độ rộng cột</source>
   <translation>Change column widths</translation>
  </message>
  <message>
   <source>Trình ký kế hoạch năm {year}</source>
   <translation>Submit the plan of {year}</translation>
  </message>
  <message>
   <source>Đưa kế hoạch năm {year} về dự thảo</source>
   <translation>Take the plan of {year} back to draft</translation>
  </message>
  <message>
   <source>Ghi số, ngày ban hành kế hoạch năm {year}</source>
   <translation>Enter number and day of issue of the plan of {year}</translation>
  </message>
  <message>
   <source>Lập bản {version} của kế hoạch năm {year}</source>
   <translation>Make version {version} of the plan of {year}</translation>
  </message>
  <message>
   <source>Soạn xong kế hoạch năm {year}</source>
   <translation>Finish writing the plan of {year}</translation>
  </message>
  <message>
   <source>Thêm căn cứ {name}</source>
   <translation>Add basis {name}</translation>
  </message>
  <message>
   <source>Sửa căn cứ {name}</source>
   <translation>Edit basis {name}</translation>
  </message>
  <message>
   <source>Xóa {count} căn cứ</source>
   <translation>Remove {count} bases</translation>
  </message>
  <message>
   <source>Chuyển chỗ căn cứ {name}</source>
   <translation>Move basis {name}</translation>
  </message>
  <message>
   <source>Sắp xếp căn cứ</source>
   <translation>Order the bases</translation>
  </message>
  <message>
   <source>Sửa mục {heading}</source>
   <translation>Edit section {heading}</translation>
  </message>
  <message>
   <source>Xóa mục {heading}</source>
   <translation>Delete section {heading}</translation>
  </message>
  <message>
   <source>Chuyển chỗ mục {heading}</source>
   <translation>Move section {heading}</translation>
  </message>
  <message>
   <source>Dùng mẫu cho các mục</source>
   <translation>Use a template for the sections</translation>
  </message>
  <message>
   <source>Thêm nhóm nhiệm vụ</source>
   <translation>Add a task group</translation>
  </message>
  <message>
   <source>Sửa nhóm {title}</source>
   <translation>Edit group {title}</translation>
  </message>
  <message>
   <source>Chuyển chỗ nhóm {title}</source>
   <translation>Move group {title}</translation>
  </message>
  <message>
   <source>Sửa nhiệm vụ {no}</source>
   <translation>Edit task {no}</translation>
  </message>
  <message>
   <source>Sửa {count} nhiệm vụ</source>
   <translation>Edit {count} tasks</translation>
  </message>
  <message>
   <source>Dán vào {count} dòng</source>
   <translation>Paste into {count} rows</translation>
  </message>
  <message>
   <source>Xóa chữ ở {count} dòng</source>
   <translation>Clear cells in {count} rows</translation>
  </message>
  <message>
   <source>Xóa {count} dòng</source>
   <translation>Delete {count} rows</translation>
  </message>
  <message>
   <source>Chuyển chỗ {count} nhiệm vụ</source>
   <translation>Move {count} tasks</translation>
  </message>
  <message>
   <source>Thêm {count} nhiệm vụ từ thư viện</source>
   <translation>Add {count} tasks from the library</translation>
  </message>
  <message>
   <source>Lùi {count} nhiệm vụ xuống một cấp</source>
   <translation>Move {count} tasks one level in</translation>
  </message>
  <message>
   <source>Đưa {count} nhiệm vụ lên một cấp</source>
   <translation>Move {count} tasks one level out</translation>
  </message>
  <message>
   <source>Thêm đơn vị {name} vào danh sách</source>
   <translation>Add unit {name} to the list</translation>
  </message>
  <message>
   <source>Thêm {count} đơn vị vào danh sách</source>
   <translation>Add {count} units to the list</translation>
  </message>
  <message>
   <source>Điền xuống {count} dòng</source>
   <translation>Fill down {count} rows</translation>
  </message>
  <message>
   <source>Điền sang phải ở {count} dòng</source>
   <translation>Fill right in {count} rows</translation>
  </message>
  <message>
   <source>Gộp ô của {count} nhiệm vụ</source>
   <translation>Join cells of {count} tasks</translation>
  </message>
  <message>
   <source>Tách ô của {count} nhiệm vụ</source>
   <translation>Split cells of {count} tasks</translation>
  </message>
  <message>
   <source>Thay {count} chỗ</source>
   <translation>Replace {count} places</translation>
  </message>
  <message>
   <source>Trả nhiệm vụ {no} về như trước</source>
   <translation>Put task {no} back as it was</translation>
  </message>
  <message>
   <source>Đổi tình trạng nhiệm vụ {no}</source>
   <translation>Change the status of task {no}</translation>
  </message>
  <message>
   <source>Đổi tình trạng {count} nhiệm vụ</source>
   <translation>Change the status of {count} tasks</translation>
  </message>
  <message>
   <source>Ghi chú nhiệm vụ {no}</source>
   <translation>Note on task {no}</translation>
  </message>
  <message>
   <source>Thêm minh chứng cho nhiệm vụ {no}</source>
   <translation>Add evidence to task {no}</translation>
  </message>
  <message>
   <source>Sửa minh chứng của nhiệm vụ {no}</source>
   <translation>Edit evidence of task {no}</translation>
  </message>
  <message>
   <source>Bỏ minh chứng của nhiệm vụ {no}</source>
   <translation>Remove evidence of task {no}</translation>
  </message>
  <message>
   <source>Sửa ngày không có thật ở nhiệm vụ {no}</source>
   <translation>Change the day that does not exist in task {no}</translation>
  </message>
  <message>
   <source>Soạn thời hạn nhiệm vụ {no}</source>
   <translation>Compose the deadline of task {no}</translation>
  </message>
  <message>
   <source>Giải thích thời hạn nhiệm vụ {no}</source>
   <translation>Explain the deadline of task {no}</translation>
  </message>
  <message>
   <source>Bỏ giải thích thời hạn nhiệm vụ {no}</source>
   <translation>Drop the explanation of the deadline of task {no}</translation>
  </message>
  <message>
   <source>Dời ngày của {name}</source>
   <translation>Move the day of {name}</translation>
  </message>
  <message>
   <source>Trả {name} về ngày cũ</source>
   <translation>Put {name} back on its day</translation>
  </message>
  <message>
   <source>Đánh dấu đã gửi: {name}</source>
   <translation>Mark as sent: {name}</translation>
  </message>
  <message>
   <source>Bỏ đánh dấu đã gửi: {name}</source>
   <translation>Mark as not sent: {name}</translation>
  </message>
  <message>
   <source>Sửa kỳ báo cáo</source>
   <translation>Change the reporting periods</translation>
  </message>
  <message>
   <source>Đổi ngày nghỉ hằng tuần</source>
   <translation>Change the weekly rest days</translation>
  </message>
  <message>
   <source>Sửa lịch làm việc ngày {day}</source>
   <translation>Change the work day {day}</translation>
  </message>
  <message>
   <source>Đổi số ngày nhắc trước</source>
   <translation>Change the days of reminders</translation>
  </message>
  <message>
   <source>Đổi số ngày nhắc trước của nhiệm vụ {no}</source>
   <translation>Change the days of reminders of task {no}</translation>
  </message>
  <message>
   <source>Đính kèm {name}</source>
   <translation>Attach {name}</translation>
  </message>
  <message>
   <source>Bỏ tệp đính kèm {name}</source>
   <translation>Remove the attachment {name}</translation>
  </message>
  <message>
   <source>Nhập số liệu {period}</source>
   <translation>Bring in figures of {period}</translation>
  </message>
  <message>
   <source>Bỏ số liệu từ {name}</source>
   <translation>Remove the figures of {name}</translation>
  </message>
  <message>
   <source>Sửa số liệu {field}, {period}</source>
   <translation>Edit the figures of {field}, {period}</translation>
  </message>
  <message>
   <source>Bỏ dòng nhập tay {field}</source>
   <translation>Remove the row {field} entered by hand</translation>
  </message>
  <message>
   <source>Chọn cách tính hồ sơ rút, {period}</source>
   <translation>Choose how withdrawn dossiers count, {period}</translation>
  </message>
  <message>
   <source>Ghi nhớ các cột của {name}</source>
   <translation>Remember the columns of {name}</translation>
  </message>
  <message>
   <source>Sửa biểu {name}</source>
   <translation>Edit the form {name}</translation>
  </message>
  <message>
   <source>Đưa biểu {name} về như ban đầu</source>
   <translation>Put the form {name} back to the original</translation>
  </message>
  <message>
   <source>Sửa báo cáo {period}</source>
   <translation>Edit the report on {period}</translation>
  </message>
  <message>
   <source>Đổi tên mục của báo cáo</source>
   <translation>Rename a section of the report</translation>
  </message>
  <message>
   <source>Đổi tình trạng</source>
   <translation>Change the status</translation>
  </message>
  <message>
   <source>Sửa ghi chú</source>
   <translation>Edit the note</translation>
  </message>
  <message>
   <source>Thêm minh chứng</source>
   <translation>Add evidence</translation>
  </message>
  <message>
   <source>Sửa minh chứng</source>
   <translation>Edit evidence</translation>
  </message>
  <message>
   <source>Bỏ minh chứng</source>
   <translation>Remove evidence</translation>
  </message>
  <message>
   <source>Giải thích thời hạn</source>
   <translation>Deadline explained</translation>
  </message>
  <message>
   <source>Bỏ giải thích thời hạn</source>
   <translation>Explanation of the deadline dropped</translation>
  </message>
  <message>
   <source>Dời ngày</source>
   <translation>Day moved</translation>
  </message>
  <message>
   <source>Sửa nhiệm vụ</source>
   <translation>Edit tasks</translation>
  </message>
  <message>
   <source>Chưa khai báo tên cơ quan ban hành.</source>
   <translation>The name of the issuing agency is missing.</translation>
  </message>
  <message>
   <source>Chưa có địa danh để ghi trước ngày, tháng.</source>
   <translation>The place before the date is missing.</translation>
  </message>
  <message>
   <source>Chưa có trích yếu.</source>
   <translation>The title is missing.</translation>
  </message>
  <message>
   <source>Trích yếu ghi năm {found} nhưng kế hoạch là của năm {year}.</source>
   <translation>The title says {found} but the plan is for {year}.</translation>
  </message>
  <message>
   <source>Mục “{heading}” còn nhắc “năm {found}” trong khi kế hoạch là của năm {year}. Hãy xem có sót từ năm trước không.</source>
   <translation>The section “{heading}” still says “năm {found}” though the plan is for {year}. See whether it was left over from last year.</translation>
  </message>
  <message>
   <source>Kỳ kế hoạch chưa đủ ngày đầu và ngày cuối.</source>
   <translation>The period lacks its first or last day.</translation>
  </message>
  <message>
   <source>Ngày cuối kỳ đứng trước ngày đầu kỳ.</source>
   <translation>The last day of the period is before its first day.</translation>
  </message>
  <message>
   <source>Chưa có lời dẫn trước mục I.</source>
   <translation>The opening before section I is missing.</translation>
  </message>
  <message>
   <source>Chưa có căn cứ nào. Hãy xem có văn bản nào cần nêu không.</source>
   <translation>There are no legal bases. See whether any document should be cited.</translation>
  </message>
  <message>
   <source>Căn cứ thứ {no} chưa đủ nội dung: cần loại, số, ngày, cơ quan và trích yếu.</source>
   <translation>Basis {no} is not complete: it needs kind, number, date, issuer and title.</translation>
  </message>
  <message>
   <source>Căn cứ {number} được ghi hai lần.</source>
   <translation>Basis {number} is cited twice.</translation>
  </message>
  <message>
   <source>{name}: {status}</source>
   <translation>{name}: {status}</translation>
  </message>
  <message>
   <source>Chưa có mục nào ở bước {name}.</source>
   <translation>There is no section in the step {name}.</translation>
  </message>
  <message>
   <source>Mục “{heading}” chưa có nội dung.</source>
   <translation>The section “{heading}” has no text.</translation>
  </message>
  <message>
   <source>Có mục chưa có tiêu đề và chưa có nội dung.</source>
   <translation>A section has neither heading nor text.</translation>
  </message>
  <message>
   <source>Chưa chọn mục để in bảng nhiệm vụ.</source>
   <translation>The section to print the task table in is not chosen.</translation>
  </message>
  <message>
   <source>Nhóm {no} chưa có nhiệm vụ.</source>
   <translation>Group {no} has no tasks.</translation>
  </message>
  <message>
   <source>Nhóm {no} chưa có tên.</source>
   <translation>Group {no} has no name.</translation>
  </message>
  <message>
   <source>Nhiệm vụ {no} chưa có nội dung.</source>
   <translation>Task {no} has no content.</translation>
  </message>
  <message>
   <source>Nhiệm vụ {no} chưa có đơn vị chủ trì.</source>
   <translation>Task {no} has no lead unit.</translation>
  </message>
  <message>
   <source>Nhiệm vụ {no} chưa có thời hạn.</source>
   <translation>Task {no} has no deadline.</translation>
  </message>
  <message>
   <source>Nhiệm vụ {no} chưa ghi sản phẩm.</source>
   <translation>Task {no} has no product.</translation>
  </message>
  <message>
   <source>Nhiệm vụ {no} trùng nội dung với nhiệm vụ {first}.</source>
   <translation>Task {no} has the same content as task {first}.</translation>
  </message>
  <message>
   <source>Nhiệm vụ {no}: {unit} vừa chủ trì vừa phối hợp.</source>
   <translation>Task {no}: {unit} both leads and coordinates.</translation>
  </message>
  <message>
   <source>Nhiệm vụ {no}: thời hạn “{phrase}” ghi ngày không có. Ngày gần nhất có thật: {day}.</source>
   <translation>Task {no}: the deadline “{phrase}” names a day that does not exist. The nearest one that does: {day}.</translation>
  </message>
  <message>
   <source>Nhiệm vụ {no}: thời hạn “{phrase}” ghi ngày, tháng hoặc quý không có.</source>
   <translation>Task {no}: the deadline “{phrase}” names a day, month or quarter that does not exist.</translation>
  </message>
  <message>
   <source>Nhiệm vụ {no}: chưa hiểu thời hạn “{phrase}”. Hãy chọn ý nghĩa để được nhắc việc; chữ in ra giữ nguyên.</source>
   <translation>Task {no}: the deadline “{phrase}” is not understood. Say what it means to be reminded; the printed words stay as they are.</translation>
  </message>
  <message>
   <source>Chưa có tên phụ lục.</source>
   <translation>The title of the appendix is missing.</translation>
  </message>
  <message>
   <source>Chưa có nơi nhận.</source>
   <translation>The recipients are missing.</translation>
  </message>
  <message>
   <source>Nơi nhận chưa có dòng “Lưu: VT, …” (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9).</source>
   <translation>The recipients lack the line “Lưu: VT, …” (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9).</translation>
  </message>
  <message>
   <source>Chưa có chức vụ người ký.</source>
   <translation>The position of the signer is missing.</translation>
  </message>
  <message>
   <source>Chưa có họ tên người ký.</source>
   <translation>The name of the signer is missing.</translation>
  </message>
  <message>
   <source>{name} trong danh sách người ký là {known}, nhưng khối ký in {printed}.</source>
   <translation>{name} is {known} in the list of signers, but the signature block prints {printed}.</translation>
  </message>
  <message>
   <source>Ký tự “{char}” không in được vì phông chữ không có.</source>
   <translation>The character “{char}” cannot be printed because the font lacks it.</translation>
  </message>
  <message>
   <source>Kỳ kế hoạch “{value}” không hợp lệ. Hãy ghi ngày đầu và ngày cuối, ví dụ 2027-01-01 2027-12-31.</source>
   <translation>The period “{value}” is not valid. Write its first and last day, for example 2027-01-01 2027-12-31.</translation>
  </message>
  <message>
   <source>Đầu vào không phải văn bản UTF-8 nên không đọc được.</source>
   <translation>The input is not UTF-8 text and could not be read.</translation>
  </message>
  <message>
   <source>Dòng {line} của đầu vào không đúng dạng JSON. Chưa đọc thời hạn nào.</source>
   <translation>Line {line} of the input is not proper JSON. No deadline was read.</translation>
  </message>
  <message>
   <source>Dòng {line} của đầu vào thiếu trường “phrase”. Chưa đọc thời hạn nào.</source>
   <translation>Line {line} of the input lacks the field “phrase”. No deadline was read.</translation>
  </message>
  <message>
   <source>Dòng {line} của đầu vào: trường “year” phải là năm từ 1990 đến 2100. Chưa đọc thời hạn nào.</source>
   <translation>Line {line} of the input: the field “year” must be a year from 1990 to 2100. No deadline was read.</translation>
  </message>
  <message>
   <source>Dòng {line} của đầu vào: trường “period” phải gồm ngày đầu và ngày cuối, dạng năm-tháng-ngày. Chưa đọc thời hạn nào.</source>
   <translation>Line {line} of the input: the field “period” must give the first and last day as year-month-day. No deadline was read.</translation>
  </message>
  <message>
   <source>Không có cách hiểu thời hạn “{value}”.</source>
   <translation>A deadline cannot be understood as “{value}”.</translation>
  </message>
  <message>
   <source>Chưa có ngày cuối. Hãy ghi ngày phải xong.</source>
   <translation>There is no last day. Enter the day by which it must be done.</translation>
  </message>
  <message>
   <source>Chưa chọn định kỳ bao lâu một lần. Hãy chọn tuần, tháng, quý, 6 tháng hoặc năm.</source>
   <translation>How often is not chosen. Choose week, month, quarter, half-year or year.</translation>
  </message>
  <message>
   <source>Ngày cuối đứng trước ngày đầu. Hãy kiểm tra lại hai ngày.</source>
   <translation>The last day is before the first. Check both days.</translation>
  </message>
  <message>
   <source>Chưa ghi lý do dời ngày. Hãy ghi ngắn gọn, ví dụ số văn bản cho phép.</source>
   <translation>There is no reason for moving the day. Enter it in short, for example the number of the document that allows it.</translation>
  </message>
  <message>
   <source>Phải còn ít nhất một ngày làm việc trong tuần.</source>
   <translation>At least one day of the week must be worked.</translation>
  </message>
  <message>
   <source>Số ngày nhắc trước phải từ 0 đến {most}.</source>
   <translation>Days before must be from 0 to {most}.</translation>
  </message>
  <message>
   <source>Đã dời từ {original} sang {day}. Lý do: {reason}.</source>
   <translation>Moved from {original} to {day}. Reason: {reason}.</translation>
  </message>
  <message>
   <source>Ngày {original} là ngày nghỉ ({name}), nên hiện ở ngày làm việc liền trước: {day}.</source>
   <translation>{original} is a day off ({name}), so it is shown on the last working day before: {day}.</translation>
  </message>
  <message>
   <source>Ngày {original} là ngày nghỉ ({name}).</source>
   <translation>{original} is a day off ({name}).</translation>
  </message>
  <message>
   <source>Nếu đây là thời hạn tính theo Bộ luật Dân sự thì theo Điều 148, ngày cuối là ngày nghỉ được tính sang ngày làm việc tiếp theo ({next}); chương trình không tự lùi ngày.</source>
   <translation>If this is a period under the Civil Code, then by Article 148 a last day that is a day off counts as the next working day ({next}); the program does not postpone it by itself.</translation>
  </message>
  <message>
   <source>Lịch nghỉ quanh ngày này là dự kiến, chưa có thông báo chính thức.</source>
   <translation>The days off around this day are expected, not officially announced.</translation>
  </message>
  <message>
   <source>Có thể khác tùy yêu cầu hoặc sự việc.</source>
   <translation>It may differ on request or by an event.</translation>
  </message>
  <message>
   <source>Việc thường xuyên: mỗi quý cần ít nhất một minh chứng có ngày từ {start} đến {end}.</source>
   <translation>Ongoing work: each quarter needs at least one piece of evidence dated from {start} to {end}.</translation>
  </message>
  <message>
   <source>Không có ngày “{value}”. Hãy ghi dạng năm-tháng-ngày, ví dụ 2027-06-20.</source>
   <translation>There is no day “{value}”. Write year-month-day, for example 2027-06-20.</translation>
  </message>
  <message>
   <source>Số ngày xem trước “{value}” không hợp lệ. Hãy ghi từ 0 đến {most}.</source>
   <translation>“{value}” days ahead is not valid. Write a number from 0 to {most}.</translation>
  </message>
  <message>
   <source>{command}: còn thiếu {value}. Gõ “{command} --help” để xem cách dùng.</source>
   <translation>{command}: {value} is missing. Type “{command} --help” for help.</translation>
  </message>
  <message>
   <source>{command}: “{name}” không nhận {value}. Gõ “{command} --help” để xem các lựa chọn.</source>
   <translation>{command}: “{name}” does not take {value}. Type “{command} --help” for the choices.</translation>
  </message>
  <message>
   <source>{command}: “{name}” không nhận {value}.</source>
   <translation>{command}: “{name}” does not take {value}.</translation>
  </message>
  <message>
   <source>{command}: “{name}” cần kèm một giá trị.</source>
   <translation>{command}: “{name}” needs a value.</translation>
  </message>
  <message>
   <source>{command}: không hiểu {value}. Gõ “{command} --help” để xem cách dùng.</source>
   <translation>{command}: {value} is not understood. Type “{command} --help” for help.</translation>
  </message>
  <message>
   <source>{command}: dòng lệnh không đúng. Gõ “{command} --help” để xem cách dùng.</source>
   <translation>{command}: the command line is wrong. Type “{command} --help” for help.</translation>
  </message>
  <message>
   <source>Máy này chưa cài phần cửa sổ (gói PySide6_Essentials). Các lệnh không mở cửa sổ vẫn dùng được.</source>
   <translation>The window is not installed on this computer (package PySide6_Essentials). Commands without a window still work.</translation>
  </message>
  <message>
   <source>Không có màn hình để mở cửa sổ. Gõ “kh-desktop --help” để xem các lệnh không cần cửa sổ.</source>
   <translation>There is no screen to open a window on. Type “kh-desktop --help” for the commands without a window.</translation>
  </message>
  <message>
   <source>Thư mục đã có sổ mẫu: {path}. Hãy chọn thư mục khác hoặc xóa sổ mẫu cũ.</source>
   <translation>The folder has a sample workspace already: {path}. Choose another folder or delete the old sample.</translation>
  </message>
  <message>
   <source>Tệp rỗng, không có gì để đọc. Hãy chọn tệp khác.</source>
   <translation>The file is empty, there is nothing to read. Choose another file.</translation>
  </message>
  <message>
   <source>Tệp quá lớn nên chưa đọc. Không có gì bị thay đổi. Hãy bỏ bớt hình ảnh hoặc chỉ lưu phần kế hoạch ra tệp riêng rồi đọc lại.</source>
   <translation>The file is too large and was not read. Nothing was changed. Take out pictures, or save only the plan as a file of its own, and read that.</translation>
  </message>
  <message>
   <source>Tệp Word dạng cũ (.doc) không đọc được. Hãy mở tệp bằng Word hoặc LibreOffice, chọn Lưu thành kiểu .docx rồi đọc tệp mới.</source>
   <translation>Old Word files (.doc) cannot be read. Open the file in Word or LibreOffice, save it as .docx and read the new file.</translation>
  </message>
  <message>
   <source>Tệp Excel dạng cũ (.xls, .xlsb) không đọc được. Hãy mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành kiểu .xlsx rồi đọc tệp mới.</source>
   <translation>Old Excel files (.xls, .xlsb) cannot be read. Open the file in Excel or LibreOffice, save it as .xlsx and read the new file.</translation>
  </message>
  <message>
   <source>Tệp OpenDocument (.odt, .ods) không đọc được. Hãy mở tệp bằng LibreOffice, chọn Lưu thành kiểu .docx hoặc .xlsx rồi đọc tệp mới.</source>
   <translation>OpenDocument files (.odt, .ods) cannot be read. Open the file in LibreOffice, save it as .docx or .xlsx and read the new file.</translation>
  </message>
  <message>
   <source>Tệp dạng RTF không đọc được. Hãy mở tệp bằng Word hoặc LibreOffice, chọn Lưu thành kiểu .docx rồi đọc tệp mới.</source>
   <translation>RTF files cannot be read. Open the file in Word or LibreOffice, save it as .docx and read the new file.</translation>
  </message>
  <message>
   <source>Tệp có mật khẩu nên không đọc được. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi đọc tệp mới.</source>
   <translation>The file has a password and could not be read. Open it, remove the password, save it and read the new file.</translation>
  </message>
  <message>
   <source>Tệp bị hỏng nên không đọc được. Không có gì bị thay đổi. Hãy mở tệp bằng Word, Excel hoặc LibreOffice, lưu ra tệp mới rồi đọc tệp đó.</source>
   <translation>The file is damaged and could not be read. Nothing was changed. Open it in Word, Excel or LibreOffice, save it as a new file and read that.</translation>
  </message>
  <message>
   <source>Tệp được nén bất thường, khi giải nén sẽ lớn quá mức nên không đọc. Không có gì bị thay đổi. Hãy xin lại tệp từ nơi gửi.</source>
   <translation>The file is compressed in an unusual way and would grow too large, so it was not read. Nothing was changed. Ask the sender for the file again.</translation>
  </message>
  <message>
   <source>Không nhận ra loại tệp này. Hãy chọn tệp Word (.docx), Excel (.xlsx), PDF, văn bản (.txt, .md) hoặc .json do chương trình xuất ra.</source>
   <translation>This kind of file is not known. Choose a Word (.docx), Excel (.xlsx), PDF or text file (.txt, .md), or a .json exported by the program.</translation>
  </message>
  <message>
   <source>Tệp PDF này là bản chụp, chỉ có hình ảnh, không có chữ. Hãy xin bản Word, lưu kiểu .docx, rồi đọc tệp đó; bản chụp có thể đính kèm vào kế hoạch.</source>
   <translation>This PDF is a scan: pictures only, no text. Ask for the Word file, save it as .docx and read that; the scan can be attached to the plan.</translation>
  </message>
  <message>
   <source>Tệp không có chữ nào đọc được, có thể chỉ có hình ảnh. Hãy dùng bản Word hoặc bản PDF có chữ; bản chụp có thể đính kèm vào kế hoạch.</source>
   <translation>The file has no text that can be read, perhaps pictures only. Use the Word file or a PDF with text; the scan can be attached to the plan.</translation>
  </message>
  <message>
   <source>Trong sổ đã có kế hoạch số {number} ban hành cùng năm: “{title}”. Chưa đưa vào lần nữa. Nếu là kế hoạch khác, hãy sửa số; nếu muốn giữ thành dự thảo, hãy bỏ dấu “Đã ban hành”.</source>
   <translation>The workspace has a plan number {number} issued in the same year: “{title}”. It was not added again. If this is another plan, correct the number; to keep it as a draft, clear the tick “Issued”.</translation>
  </message>
  <message>
   <source>Không thấy bảng số liệu nào trong tệp {path}. Hãy chọn tệp Excel do hệ thống xuất ra. Bảng chỉ gồm tên chỉ tiêu và kết quả thì nhập ở trang Chỉ tiêu, mục Số liệu.</source>
   <translation>There is no table of figures in the file {path}. Choose an Excel file exported by the system. A table of indicators and results only is brought in on the page Indicators, part Figures.</translation>
  </message>
  <message>
   <source>có chữ “{value}” ở chỗ phải là số hồ sơ</source>
   <translation>says “{value}” where a number of dossiers should be</translation>
  </message>
  <message>
   <source>“{value}” không phải là số nguyên</source>
   <translation>“{value}” is not a whole number</translation>
  </message>
  <message>
   <source>Số hồ sơ không được âm: {value}</source>
   <translation>A number of dossiers cannot be negative: {value}</translation>
  </message>
  <message>
   <source>công thức chưa có kết quả; hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi nhập tệp mới</source>
   <translation>the formula has no result yet; open the file in Excel or LibreOffice, save it and bring in the new file</translation>
  </message>
  <message>
   <source>ô báo lỗi {value}</source>
   <translation>the cell shows the error {value}</translation>
  </message>
  <message>
   <source>“{value}” không phải là ngày</source>
   <translation>“{value}” is not a date</translation>
  </message>
  <message>
   <source>thiếu ngày tiếp nhận</source>
   <translation>the date of receipt is missing</translation>
  </message>
  <message>
   <source>số {value} lớn bất thường, hãy xem lại</source>
   <translation>the number {value} is unusually large, look at it again</translation>
  </message>
  <message>
   <source>dòng “{label}” là dòng cộng ở giữa bảng, không tính thêm lần nữa</source>
   <translation>the row “{label}” is a sum within the table and is not counted again</translation>
  </message>
  <message>
   <source>trang tính bị ẩn, vẫn được tính</source>
   <translation>the sheet is hidden, it is counted all the same</translation>
  </message>
  <message>
   <source>có {count} dòng bị ẩn, vẫn được tính</source>
   <translation>{count} rows are hidden, they are counted all the same</translation>
  </message>
  <message>
   <source>Chưa nhập được {name}: trang {sheet}, ô {cell}: {reason}. Có {count} ô như vậy. Chưa có số liệu nào bị thay đổi. Hãy sửa tệp rồi nhập lại.</source>
   <translation>{name} could not be brought in: sheet {sheet}, cell {cell}: {reason}. There are {count} such cells. No figures were changed. Mend the file and bring it in again.</translation>
  </message>
  <message>
   <source>Chưa biết các cột của {name}, trang {sheet} là gì. Hãy chỉ ra từng cột một lần, lần sau chương trình tự nhớ.</source>
   <translation>It is not known what the columns of {name}, sheet {sheet}, are. Say once what each column is; it is remembered.</translation>
  </message>
  <message>
   <source>Bảng {name}, trang {sheet} có nhiều đơn vị. Hãy chọn dòng của cơ quan.</source>
   <translation>The table {name}, sheet {sheet}, has several units. Choose the row of the office.</translation>
  </message>
  <message>
   <source>{name} đã được nhập cho {period}. Chưa có số liệu nào bị thay đổi. Muốn nhập lại thì hãy bỏ lần nhập trước.</source>
   <translation>{name} was brought in for {period} already. No figures were changed. To bring it in again, remove the earlier one first.</translation>
  </message>
  <message>
   <source>Lần nhập này không còn trong sổ.</source>
   <translation>What was brought in is no longer in the workspace.</translation>
  </message>
  <message>
   <source>Hãy ghi tên lĩnh vực.</source>
   <translation>Enter the name of the field.</translation>
  </message>
  <message>
   <source>Lĩnh vực “{field}” không có dòng nhập tay.</source>
   <translation>The field “{field}” has no row entered by hand.</translation>
  </message>
  <message>
   <source>Không có kiểu bảng “{layout}”.</source>
   <translation>There is no kind of table “{layout}”.</translation>
  </message>
  <message>
   <source>Kiểu bảng này không có cột “{column}”.</source>
   <translation>This kind of table has no column “{column}”.</translation>
  </message>
  <message>
   <source>Các cột của biểu {form} chưa đúng: mã cột không được trùng, cột tổng phải cộng từ cột khác.</source>
   <translation>The columns of form {form} are not right: codes must differ, and a sum must add up other columns.</translation>
  </message>
  <message>
   <source>Hãy chỉ ra cột ghi tên lĩnh vực, thủ tục hoặc đơn vị.</source>
   <translation>Choose the column that names the field, procedure or unit.</translation>
  </message>
  <message>
   <source>{name} và {names} cùng đếm hồ sơ của cơ quan. Không cộng {name} vào biểu, chỉ lấy chỉ tiêu.</source>
   <translation>{name} and {names} both count the dossiers of the office. {name} is not added to the form, only its indicators are taken.</translation>
  </message>
  <message>
   <source>{name} và {names} có thể cùng đếm một số hồ sơ. Số liệu đã cộng lại; nếu là cùng hồ sơ thì hãy bỏ một tệp.</source>
   <translation>{name} and {names} may count some of the same dossiers. The figures were added up; if they are the same, remove one of the files.</translation>
  </message>
  <message>
   <source>Không có biểu “{form}”.</source>
   <translation>There is no form “{form}”.</translation>
  </message>
  <message>
   <source>Không bỏ được cột “{column}” vì số liệu đã nhập sẽ mất. Hãy đổi tên cột thay vì bỏ.</source>
   <translation>The column “{column}” cannot be left out, because figures entered in it would be lost. Rename it instead.</translation>
  </message>
  <message>
   <source>Báo cáo không có mục “{key}”.</source>
   <translation>The report has no section “{key}”.</translation>
  </message>
  <message>
   <source>Không xuất được dạng {suffix}. Hãy chọn {known}.</source>
   <translation>Export as {suffix} is not possible. Choose {known}.</translation>
  </message>
  <message>
   <source>Không phát sinh trong kỳ.</source>
   <translation>Nothing arose in the period.</translation>
  </message>
  <message>
   <source>Chưa có số liệu trong kỳ.</source>
   <translation>There are no figures in the period yet.</translation>
  </message>
  <message>
   <source>Không có.</source>
   <translation>None.</translation>
  </message>
  <message>
   <source>{agency} báo cáo tình hình, kết quả thực hiện {period} (số liệu từ ngày {start} đến ngày {end}) như sau:</source>
   <translation>{agency} reports on the situation and results of {period} (figures from {start} to {end}) as follows:</translation>
  </message>
  <message>
   <source>Trên đây là báo cáo {period} của {agency}.</source>
   <translation>This is the report on {period} of {agency}.</translation>
  </message>
  <message>
   <source>{name}: {value} ({numerator}/{denominator}).</source>
   <translation>{name}: {value} ({numerator}/{denominator}).</translation>
  </message>
  <message>
   <source>{name}: {value}.</source>
   <translation>{name}: {value}.</translation>
  </message>
  <message>
   <source>{name}: {value} ({numerator}/{denominator}); mức giao {target}: {judged}.</source>
   <translation>{name}: {value} ({numerator}/{denominator}); target {target}: {judged}.</translation>
  </message>
  <message>
   <source>{name}: {value}; mức giao {target}: {judged}.</source>
   <translation>{name}: {value}; target {target}: {judged}.</translation>
  </message>
  <message>
   <source>{name}: không phát sinh trong kỳ.</source>
   <translation>{name}: nothing arose in the period.</translation>
  </message>
  <message>
   <source>Tổng số hồ sơ tiếp nhận: {received} hồ sơ, trong đó tiếp nhận trực tuyến {online}, trực tiếp và qua bưu chính {direct}, từ kỳ trước chuyển sang {carried}.</source>
   <translation>Dossiers received: {received}, of these online {online}, in person and by post {direct}, carried over from the period before {carried}.</translation>
  </message>
  <message>
   <source>Số hồ sơ đã giải quyết: {settled} hồ sơ, trong đó trước hạn {early}, đúng hạn {on_time}, quá hạn {late}.</source>
   <translation>Dossiers settled: {settled}, of these early {early}, on time {on_time}, overdue {late}.</translation>
  </message>
  <message>
   <source>Số hồ sơ đang giải quyết: {open} hồ sơ, trong đó trong hạn {open_in_time}, quá hạn {open_late}.</source>
   <translation>Dossiers in progress: {open}, of these within time {open_in_time}, overdue {open_late}.</translation>
  </message>
  <message>
   <source>Ngoài ra có {count} hồ sơ công dân rút, dừng giải quyết hoặc trả lại.</source>
   <translation>Besides, {count} dossiers were withdrawn by citizens, stopped or returned.</translation>
  </message>
  <message>
   <source>Lĩnh vực có nhiều hồ sơ nhất: {fields}.</source>
   <translation>Fields with most dossiers: {fields}.</translation>
  </message>
  <message>
   <source>Lĩnh vực có hồ sơ quá hạn (gồm hồ sơ đã giải quyết quá hạn và đang giải quyết quá hạn): {fields}.</source>
   <translation>Fields with overdue dossiers (settled late, or in progress and overdue): {fields}.</translation>
  </message>
  <message>
   <source>{field} ({count} hồ sơ)</source>
   <translation>{field} ({count} dossiers)</translation>
  </message>
  <message>
   <source>Số liệu chi tiết theo biểu {form} kèm theo.</source>
   <translation>Detailed figures are in the attached form {form}.</translation>
  </message>
  <message>
   <source>Tiếp nhận {total} phản ánh, kiến nghị, trong đó kỳ trước chuyển qua {carried}, mới tiếp nhận {new}; đã xử lý {settled}, đang xử lý {open}, chuyển cơ quan có thẩm quyền {forwarded}, đăng công khai kết quả {published}.</source>
   <translation>Complaints and suggestions received: {total}, of these carried over {carried}, new {new}; settled {settled}, in progress {open}, passed on to the competent body {forwarded}, results published {published}.</translation>
  </message>
  <message>
   <source>Đã rà soát {reviewed} thủ tục hành chính; kiến nghị sửa đổi {amend}, bãi bỏ {abolish}, thay thế {replace}, liên thông {join}.</source>
   <translation>Administrative procedures reviewed: {reviewed}; proposed to amend {amend}, abolish {abolish}, replace {replace}, link {join}.</translation>
  </message>
  <message>
   <source>Đã hoàn thành: {task}.</source>
   <translation>Done: {task}.</translation>
  </message>
  <message>
   <source>Đã hoàn thành: {task} ({documents}).</source>
   <translation>Done: {task} ({documents}).</translation>
  </message>
  <message>
   <source>Kế hoạch có {total} nhiệm vụ: đã hoàn thành {done}, đang thực hiện {doing}, chưa thực hiện {todo}, không thực hiện {dropped}.</source>
   <translation>The plan has {total} tasks: done {done}, under way {doing}, not begun {todo}, not carried out {dropped}.</translation>
  </message>
  <message>
   <source>Có {count} nhiệm vụ quá hạn chưa hoàn thành.</source>
   <translation>{count} tasks are overdue and not done.</translation>
  </message>
  <message>
   <source>Đạt {met}/{measured} chỉ tiêu có số liệu trong kỳ.</source>
   <translation>{met}/{measured} indicators with figures in the period are met.</translation>
  </message>
  <message>
   <source>Chưa chỉ tiêu nào trong {measured} chỉ tiêu có số liệu trong kỳ đạt mức giao.</source>
   <translation>None of the {measured} indicators with figures in the period meets its target.</translation>
  </message>
  <message>
   <source>Đạt: {name} ({value}, mức giao {target}).</source>
   <translation>Met: {name} ({value}, target {target}).</translation>
  </message>
  <message>
   <source>Chưa đạt: {name} ({value}, mức giao {target}).</source>
   <translation>Not met: {name} ({value}, target {target}).</translation>
  </message>
  <message>
   <source>Quá hạn từ ngày {day}: {task} ({units}).</source>
   <translation>Overdue since {day}: {task} ({units}).</translation>
  </message>
  <message>
   <source>{task} (đến ngày {day}).</source>
   <translation>{task} (by {day}).</translation>
  </message>
  <message>
   <source>{task} (đến ngày {day}, {units}).</source>
   <translation>{task} (by {day}, {units}).</translation>
  </message>
  <message>
   <source>đạt</source>
   <translation>met</translation>
  </message>
  <message>
   <source>Nhập tay: {field}</source>
   <translation>By hand: {field}</translation>
  </message>
  <message>
   <source>chưa đạt, còn cách {gap} {unit}</source>
   <translation>not met, {gap} {unit} short</translation>
  </message>
  <message>
   <source>gần đạt</source>
   <translation>nearly met</translation>
  </message>
  <message>
   <source>chưa đạt</source>
   <translation>not met</translation>
  </message>
  <message>
   <source>không phát sinh</source>
   <translation>nothing arose</translation>
  </message>
  <message>
   <source>chưa có số liệu</source>
   <translation>no figures yet</translation>
  </message>
  <message>
   <source>chưa có mức giao bằng số</source>
   <translation>no target in numbers yet</translation>
  </message>
  <message>
   <source>theo mức được giao</source>
   <translation>as assigned</translation>
  </message>
  <message>
   <source>“{value}” không phải là số. Hãy ghi dạng 1.234,5.</source>
   <translation>“{value}” is not a number. Write it like 1.234,5.</translation>
  </message>
  <message>
   <source>Số liệu không được âm: {value}.</source>
   <translation>A figure cannot be negative: {value}.</translation>
  </message>
  <message>
   <source>“{value}” có thể là {low}% hoặc {high}%. Hãy ghi rõ dấu %, ví dụ {high}%.</source>
   <translation>“{value}” may be {low}% or {high}%. Write the % sign, for example {high}%.</translation>
  </message>
  <message>
   <source>Không hiểu kỳ báo cáo “{value}”. Hãy ghi dạng 2026Q3, 2026-07, 2026H1, 2026-9T, 2026 hoặc 2025-07-01..2025-12-14.</source>
   <translation>The reporting period “{value}” is not understood. Write 2026Q3, 2026-07, 2026H1, 2026-9T, 2026 or 2025-07-01..2025-12-14.</translation>
  </message>
  <message>
   <source>Không có chỉ tiêu “{key}”. Hãy xem mã các chỉ tiêu trong danh sách.</source>
   <translation>There is no indicator “{key}”. See the codes of the indicators in the list.</translation>
  </message>
  <message>
   <source>Chưa có tên chỉ tiêu. Hãy ghi tên rồi làm lại.</source>
   <translation>The indicator has no name. Enter a name and try again.</translation>
  </message>
  <message>
   <source>Chỉ tiêu “{name}” đang có số liệu hoặc mức giao nên không xóa được. Hãy ẩn chỉ tiêu này.</source>
   <translation>The indicator “{name}” has figures or a target and cannot be deleted. Hide it instead.</translation>
  </message>
  <message>
   <source>Mức giao cần có con số. Hãy ghi số, mức tăng mỗi năm, hoặc chọn “theo mức cấp trên giao”.</source>
   <translation>A target needs a number. Enter the number, the change each year, or choose “as assigned by the superior”.</translation>
  </message>
  <message>
   <source>Hãy chọn chỉ tiêu, hoặc ghi câu trong kế hoạch.</source>
   <translation>Choose an indicator, or enter the sentence of the plan.</translation>
  </message>
  <message>
   <source>Mức gốc “{value}” không hợp lệ. Hãy ghi năm và mức, ví dụ 2026:40.</source>
   <translation>The base level “{value}” is not valid. Write year and level, for example 2026:40.</translation>
  </message>
  <message>
   <source>Kế hoạch đã ban hành nên mức giao giữ như đã ký. Chỉ sửa được chỉ tiêu gắn với nó, mẫu số, mức gốc, và số được cấp trên giao.</source>
   <translation>The plan has been issued, so targets stay as signed. Only the indicator, the denominator, the base level and the number assigned by the superior can be changed.</translation>
  </message>
  <message>
   <source>Chưa có số liệu. Hãy ghi tử số và mẫu số, hoặc ghi kết quả.</source>
   <translation>There is no figure. Enter numerator and denominator, or the result.</translation>
  </message>
  <message>
   <source>Thiếu tử số hoặc mẫu số. Hãy ghi đủ hai số, hoặc chỉ ghi kết quả.</source>
   <translation>Numerator or denominator is missing. Enter both, or only the result.</translation>
  </message>
  <message>
   <source>Kết quả {value} khác với tử số chia mẫu số ({computed}). Hãy kiểm tra lại các số.</source>
   <translation>The result {value} differs from numerator by denominator ({computed}). Check the numbers.</translation>
  </message>
  <message>
   <source>Mẫu số bằng 0 là không phát sinh, nên tử số cũng phải bằng 0.</source>
   <translation>A denominator of 0 means that nothing arose, so the numerator must be 0 too.</translation>
  </message>
  <message>
   <source>{name}: {value}% lớn hơn 100%. Hãy kiểm tra lại tử số và mẫu số.</source>
   <translation>{name}: {value}% is more than 100%. Check numerator and denominator.</translation>
  </message>
  <message>
   <source>Số liệu này được cộng từ các tệp hoặc tính từ biểu II.06a. Hãy sửa ở đó, hoặc nhập số để dùng thay.</source>
   <translation>This figure is added up from files or computed from form II.06a. Change it there, or enter a number to use instead.</translation>
  </message>
  <message>
   <source>Ghi {value}</source>
   <translation>Entered {value}</translation>
  </message>
  <message>
   <source>Bỏ {value}</source>
   <translation>Removed {value}</translation>
  </message>
  <message>
   <source>Ghi: không phát sinh</source>
   <translation>Entered: nothing arose</translation>
  </message>
  <message>
   <source>Không đọc được loại tệp “{suffix}” để lấy số liệu chỉ tiêu. Chỉ nhận: .xlsx, .csv, .json.</source>
   <translation>Indicator figures cannot be read from a “{suffix}” file. Possible are: .xlsx, .csv, .json.</translation>
  </message>
  <message>
   <source>Không thấy bảng số liệu chỉ tiêu trong tệp {path}. Dòng đầu cần có cột “Chỉ tiêu” và “Kết quả”, hoặc “Tử số” và “Mẫu số”.</source>
   <translation>There is no table of indicator figures in the file {path}. The first row needs the columns “Chỉ tiêu” and “Kết quả”, or “Tử số” and “Mẫu số”.</translation>
  </message>
  <message>
   <source>{place}: {reason}</source>
   <translation>{place}: {reason}</translation>
  </message>
  <message>
   <source>không có chỉ tiêu “{value}”.</source>
   <translation>there is no indicator “{value}”.</translation>
  </message>
  <message>
   <source>chỉ tiêu “{value}” đã có ở dòng trên.</source>
   <translation>the indicator “{value}” is in a row above already.</translation>
  </message>
  <message>
   <source>Chưa lấy số liệu nào từ tệp vì có {count} chỗ sai. {first}</source>
   <translation>No figures were taken from the file because {count} places are wrong. {first}</translation>
  </message>
  <message>
   <source>Sửa chỉ tiêu {name}</source>
   <translation>Edit the indicator {name}</translation>
  </message>
  <message>
   <source>Thêm chỉ tiêu {name}</source>
   <translation>Add the indicator {name}</translation>
  </message>
  <message>
   <source>Ẩn chỉ tiêu {name}</source>
   <translation>Hide the indicator {name}</translation>
  </message>
  <message>
   <source>Hiện lại chỉ tiêu {name}</source>
   <translation>Show the indicator {name} again</translation>
  </message>
  <message>
   <source>Trả chỉ tiêu {name} về như ban đầu</source>
   <translation>Put the indicator {name} back to the original</translation>
  </message>
  <message>
   <source>Xóa chỉ tiêu {name}</source>
   <translation>Delete the indicator {name}</translation>
  </message>
  <message>
   <source>Nhận {count} mức giao tìm thấy trong kế hoạch</source>
   <translation>Take {count} targets found in the plan</translation>
  </message>
  <message>
   <source>Thêm mức giao</source>
   <translation>Add a target</translation>
  </message>
  <message>
   <source>Sửa mức giao</source>
   <translation>Edit a target</translation>
  </message>
  <message>
   <source>Xóa {count} mức giao</source>
   <translation>Delete {count} targets</translation>
  </message>
  <message>
   <source>Ghi số liệu {name}</source>
   <translation>Enter the figure of {name}</translation>
  </message>
  <message>
   <source>Bỏ số liệu {name}</source>
   <translation>Remove the figure of {name}</translation>
  </message>
  <message>
   <source>Lấy {count} số liệu chỉ tiêu từ {file}</source>
   <translation>Take {count} indicator figures from {file}</translation>
  </message>
  <message>
   <source>Hồ sơ công dân rút, dừng giải quyết, trả lại được tính vào cột “Đúng hạn”.</source>
   <translation>Dossiers withdrawn by citizens, stopped or returned are counted in the column “On time”.</translation>
  </message>
  <message>
   <source>Hồ sơ công dân rút, dừng giải quyết, trả lại được tính vào cột “Trong hạn”.</source>
   <translation>Dossiers withdrawn by citizens, stopped or returned are counted in the column “Within time”.</translation>
  </message>
  <message>
   <source>Hồ sơ công dân rút, dừng giải quyết, trả lại không tính vào cột đã giải quyết và đang giải quyết: {count} hồ sơ.</source>
   <translation>Dossiers withdrawn by citizens, stopped or returned are counted neither as settled nor as in progress: {count} dossiers.</translation>
  </message>
  <message>
   <source>Chưa có số liệu biểu II.06a của kỳ này. Hãy nhập tệp số liệu.</source>
   <translation>Form II.06a has no figures for this period yet. Bring in files of figures.</translation>
  </message>
  <message>
   <source>Biểu II.06a còn {count} chỗ không khớp.</source>
   <translation>Form II.06a has {count} places that do not agree.</translation>
  </message>
  <message>
   <source>Chỉ tiêu “{name}” chưa có số liệu.</source>
   <translation>The indicator “{name}” has no figures yet.</translation>
  </message>
  <message>
   <source>{count} chỉ tiêu có mức giao chưa có số liệu.</source>
   <translation>{count} indicators with a target have no figures yet.</translation>
  </message>
  <message>
   <source>Chưa có sổ kế hoạch tại {path}. Hãy kiểm tra lại đường dẫn, hoặc mở chương trình để lập sổ mới.</source>
   <translation>There is no workspace at {path}. Check the path, or open the program to make one.</translation>
  </message>
  <message>
   <source>Cả tệp</source>
   <translation>The whole file</translation>
  </message>
  <message>
   <source>Bảng {table}</source>
   <translation>Table {table}</translation>
  </message>
  <message>
   <source>Khung chữ</source>
   <translation>Text box</translation>
  </message>
  <message>
   <source>{table}, dòng {row}</source>
   <translation>{table}, row {row}</translation>
  </message>
  <message>
   <source>{table}, cột {column}</source>
   <translation>{table}, column {column}</translation>
  </message>
  <message>
   <source>{table}, dòng {row}, cột {column}</source>
   <translation>{table}, row {row}, column {column}</translation>
  </message>
  <message>
   <source>{row} (nhiệm vụ {number})</source>
   <translation>{row} (task {number})</translation>
  </message>
  <message>
   <source>{row} (nhóm {number})</source>
   <translation>{row} (group {number})</translation>
  </message>
  <message>
   <source>Đoạn {paragraph}</source>
   <translation>Paragraph {paragraph}</translation>
  </message>
  <message>
   <source>Trang {page}, đoạn {paragraph}</source>
   <translation>Page {page}, paragraph {paragraph}</translation>
  </message>
  <message>
   <source>Không thấy tên cơ quan ban hành. Hãy ghi xã, phường, đặc khu.</source>
   <translation>The name of the issuing agency was not found. Enter the commune, ward or special zone.</translation>
  </message>
  <message>
   <source>Không thấy phần đầu trang; tên cơ quan “{name}” lấy từ trong văn bản. Hãy kiểm tra lại.</source>
   <translation>The head of the document was not found; the agency “{name}” is taken from the text. Check it.</translation>
  </message>
  <message>
   <source>Không thấy tên kế hoạch. Hãy ghi trích yếu.</source>
   <translation>The name of the plan was not found. Enter the title.</translation>
  </message>
  <message>
   <source>Không thấy chữ “KẾ HOẠCH”; tên kế hoạch lấy từ dòng đầu. Hãy kiểm tra lại.</source>
   <translation>The words “KẾ HOẠCH” were not found; the name of the plan is taken from the first line. Check it.</translation>
  </message>
  <message>
   <source>Tệp chỉ có phụ lục; tên kế hoạch lấy từ tên phụ lục. Hãy kiểm tra lại.</source>
   <translation>The file has an appendix only; the name of the plan is taken from its title. Check it.</translation>
  </message>
  <message>
   <source>Không thấy số kế hoạch. Nếu kế hoạch đã ban hành, hãy ghi số.</source>
   <translation>The number of the plan was not found. If the plan has been issued, enter it.</translation>
  </message>
  <message>
   <source>Số {number} lấy từ dòng “Kèm theo…” vì đầu trang không có số. Hãy kiểm tra lại.</source>
   <translation>The number {number} is taken from the line “Kèm theo…” because the head has none. Check it.</translation>
  </message>
  <message>
   <source>Không thấy ngày ban hành. Nếu kế hoạch đã ban hành, hãy ghi ngày.</source>
   <translation>The day of issue was not found. If the plan has been issued, enter it.</translation>
  </message>
  <message>
   <source>Ngày ban hành chưa đủ: “{text}”. Hãy ghi lại.</source>
   <translation>The day of issue is not complete: “{text}”. Enter it again.</translation>
  </message>
  <message>
   <source>Không có ngày này: “{text}”. Hãy ghi lại.</source>
   <translation>There is no such day: “{text}”. Enter it again.</translation>
  </message>
  <message>
   <source>Thời hạn có ngày không có thật: {text}. Hãy sửa lại.</source>
   <translation>A deadline names a day that does not exist: {text}. Correct it.</translation>
  </message>
  <message>
   <source>Tên kế hoạch không nêu năm; năm {year} lấy từ chỗ khác. Hãy kiểm tra lại.</source>
   <translation>The name of the plan gives no year; {year} is taken from elsewhere. Check it.</translation>
  </message>
  <message>
   <source>Không thấy năm của kế hoạch. Hãy ghi năm.</source>
   <translation>The year of the plan was not found. Enter it.</translation>
  </message>
  <message>
   <source>Không thấy họ tên người ký. Hãy ghi thêm.</source>
   <translation>The name of the signer was not found. Enter it.</translation>
  </message>
  <message>
   <source>Căn cứ này không rõ số, ký hiệu nên giữ nguyên lời văn. Hãy kiểm tra lại.</source>
   <translation>This basis has no clear number and code, so its words are kept as they are. Check it.</translation>
  </message>
  <message>
   <source>Kế hoạch kèm theo một quyết định. Phần các điều của quyết định không đưa vào kế hoạch.</source>
   <translation>The plan is attached to a decision. The articles of the decision are not taken into the plan.</translation>
  </message>
  <message>
   <source>Mục đánh số “{number}” không đúng thứ tự, lẽ ra là {expected}. Chương trình sẽ đánh số lại. Hãy kiểm tra có sót mục không.</source>
   <translation>The section numbered “{number}” is out of order, it should be {expected}. The program numbers anew. Check that no section is missing.</translation>
  </message>
  <message>
   <source>Cách đánh số mục của tệp khác với chương trình. Số mục sẽ đổi thành I, 1, a).</source>
   <translation>The file numbers its sections in another way. They become I, 1, a).</translation>
  </message>
  <message>
   <source>Dòng này không có số thứ tự. Hãy kiểm tra là nhiệm vụ mới hay tiếp dòng trên.</source>
   <translation>This row has no number. Check whether it is a new task or continues the row above.</translation>
  </message>
  <message>
   <source>Dòng này được nối với dòng bị ngắt ở trang sau. Hãy kiểm tra lại.</source>
   <translation>This row is joined to the one cut off on the next page. Check it.</translation>
  </message>
  <message>
   <source>Bảng không có dòng tiêu đề; nghĩa của các cột là đoán. Hãy kiểm tra lại từng cột.</source>
   <translation>The table has no header row; what its columns are is a guess. Check each column.</translation>
  </message>
  <message>
   <source>Tệp không giữ được các cột của bảng; bảng được dựng lại từ chữ. Hãy so lại với bản gốc.</source>
   <translation>The file did not keep the columns of the table; it is rebuilt from the text. Compare it with the original.</translation>
  </message>
  <message>
   <source>Bảng này không giống bảng phân công nên giữ nguyên thành phụ lục riêng.</source>
   <translation>This table does not look like a table of tasks and is kept as an appendix of its own.</translation>
  </message>
  <message>
   <source>Nhóm “{title}” không có nhiệm vụ nào, có thể là tên chung của các nhóm dưới. Hãy kiểm tra lại.</source>
   <translation>The group “{title}” has no tasks; it may be the common name of the groups below. Check it.</translation>
  </message>
  <message>
   <source>Nhóm nhiệm vụ của tệp không đánh số I, II, III; từ nhóm này chương trình đánh số là {number}.</source>
   <translation>The task groups of the file are not numbered I, II, III; from this group on the number is {number}.</translation>
  </message>
  <message>
   <source>Số hoặc ngày ghi ở dòng này khác với đầu trang: {text}</source>
   <translation>Number or date in this line differ from the head: {text}</translation>
  </message>
  <message>
   <source>Từ dòng này số thứ tự khác với tệp: tệp ghi {written}, chương trình đánh là {number}, vì mỗi nhóm đếm lại từ 1.</source>
   <translation>From this row on the numbers differ from the file: it says {written}, the program gives {number}, because each group begins at 1.</translation>
  </message>
  <message>
   <source>Cột “{label}” không có trong bảng nhiệm vụ của chương trình nên đưa vào ghi chú của từng nhiệm vụ; bản in không có cột này.</source>
   <translation>The column “{label}” is not in the program's task table, so it goes into the note of each task; it is not printed.</translation>
  </message>
  <message>
   <source>Cột “{label}” được giữ thành ghi chú của từng nhiệm vụ (trang Phụ lục, thẻ Tiến độ); bản in không có cột này.</source>
   <translation>The column “{label}” is kept as the note of each task (page Appendix, tab Progress); it is not printed.</translation>
  </message>
  <message>
   <source>“{unit}” chưa có trong danh sách đơn vị của cơ quan. Hãy kiểm tra tên, hoặc thêm vào danh sách.</source>
   <translation>“{unit}” is not in the office's list of units yet. Check the name, or add it to the list.</translation>
  </message>
  <message>
   <source>Có {count} đoạn chưa đưa vào mục nào của kế hoạch, bắt đầu từ “{text}”. Hãy xem ở phần chưa nhận ra.</source>
   <translation>{count} paragraphs are in no section of the plan, beginning with “{text}”. See the part not recognised.</translation>
  </message>
  <message>
   <source>Tệp có bảng nhiệm vụ nhưng đã mất các cột nên không đọc được. Hãy mở tệp Word hoặc PDF của kế hoạch này.</source>
   <translation>The file has a table of tasks whose columns are lost, so it could not be read. Open the Word or PDF file of this plan.</translation>
  </message>
  <message>
   <source>Bảng “{title}” được đưa thành một nhóm nhiệm vụ. Hãy kiểm tra lại.</source>
   <translation>The table “{title}” becomes a group of tasks. Check it.</translation>
  </message>
  <message>
   <source>Không thấy mục hay nhiệm vụ nào trong tệp. Hãy kiểm tra có đúng tệp kế hoạch không.</source>
   <translation>No sections or tasks were found in the file. Check that it is the right file.</translation>
  </message>
  <message>
   <source>Tệp có chỗ cần xem lại so với bản gốc.</source>
   <translation>The file has places to compare with the original.</translation>
  </message>
  <message>
   <source>Tệp còn {count} chỗ sửa đang theo dõi. Nội dung được đọc như đã chấp nhận hết.</source>
   <translation>The file has {count} tracked changes. It is read as if all were accepted.</translation>
  </message>
  <message>
   <source>Tệp có {count} ghi chú bên lề, không đưa vào kế hoạch.</source>
   <translation>The file has {count} comments in the margin, not taken into the plan.</translation>
  </message>
  <message>
   <source>Chú thích cuối trang không đưa vào kế hoạch: {text}</source>
   <translation>Footnote, not taken into the plan: {text}</translation>
  </message>
  <message>
   <source>Chú thích cuối văn bản không đưa vào kế hoạch: {text}</source>
   <translation>Endnote, not taken into the plan: {text}</translation>
  </message>
  <message>
   <source>Tệp có {count} hình ảnh, không đưa vào kế hoạch. Hãy kiểm tra trong hình có chữ không.</source>
   <translation>The file has {count} pictures, not taken into the plan. Check whether they contain text.</translation>
  </message>
  <message>
   <source>Dòng ở lề trên của trang không đưa vào kế hoạch: {text}</source>
   <translation>Line in the top margin, not taken into the plan: {text}</translation>
  </message>
  <message>
   <source>Dòng ở lề dưới của trang không đưa vào kế hoạch: {text}</source>
   <translation>Line in the bottom margin, not taken into the plan: {text}</translation>
  </message>
  <message>
   <source>Có {count} ô công thức chưa có kết quả nên để trống: {text}. Hãy mở tệp bằng Excel, lưu lại rồi đọc lại.</source>
   <translation>{count} formula cells have no result yet and are left empty: {text}. Open the file in Excel, save it and read it again.</translation>
  </message>
  <message>
   <source>Có {count} ô báo lỗi trong bảng tính: {text}. Hãy ghi lại chữ của các ô này.</source>
   <translation>{count} cells of the sheet show an error: {text}. Enter the text of these cells.</translation>
  </message>
  <message>
   <source>Tệp có {count} khung chữ. Hãy kiểm tra chữ trong khung có đúng chỗ không.</source>
   <translation>The file has {count} text boxes. Check that their text is in the right place.</translation>
  </message>
  <message>
   <source>Tệp có lệnh tự chạy (macro). Chương trình không chạy lệnh nào, chỉ đọc chữ.</source>
   <translation>The file has macros. The program runs none of them, it only reads the text.</translation>
  </message>
  <message>
   <source>Có {count} bảng nằm trong ô của bảng khác, được đọc thành dòng chữ. Hãy so lại với bản gốc.</source>
   <translation>{count} tables stand inside cells of other tables and are read as lines of text. Compare them with the original.</translation>
  </message>
  <message>
   <source>Tệp có chữ ẩn, không đưa vào kế hoạch: {text}</source>
   <translation>Hidden text, not taken into the plan: {text}</translation>
  </message>
  <message>
   <source>Tệp có {count} phần nhúng từ chương trình khác, không đọc được. Hãy so lại với bản gốc.</source>
   <translation>The file has {count} parts embedded from other programs that cannot be read. Compare with the original.</translation>
  </message>
  <message>
   <source>Chữ viết bằng phông kiểu cũ đã đổi sang Unicode. Hãy kiểm tra lại dấu.</source>
   <translation>Text in an old kind of font was changed to Unicode. Check its marks.</translation>
  </message>
  <message>
   <source>Chữ trong tệp sai mã nên không đọc đúng được tiếng Việt (có thể do phông TCVN3, VNI hoặc do cách lưu). Hãy mở tệp Word gốc.</source>
   <translation>The text of the file is in a wrong encoding, so its Vietnamese cannot be read properly (perhaps TCVN3 or VNI fonts, or the way it was saved). Open the original Word file.</translation>
  </message>
  <message>
   <source>Có {count} dòng ẩn: {text}. Nội dung vẫn được đọc. Hãy kiểm tra lại.</source>
   <translation>{count} rows are hidden: {text}. They are read all the same. Check them.</translation>
  </message>
  <message>
   <source>Có {count} cột ẩn: {text}. Nội dung vẫn được đọc. Hãy kiểm tra lại.</source>
   <translation>{count} columns are hidden: {text}. They are read all the same. Check them.</translation>
  </message>
  <message>
   <source>Không rõ chữ này thuộc cột nào. Hãy so lại với bản gốc.</source>
   <translation>It is not clear which column this text belongs to. Compare it with the original.</translation>
  </message>
  <message>
   <source>Có {count} ký tự bị hỏng trong tệp. Hãy so lại với bản gốc.</source>
   <translation>{count} characters are damaged in the file. Compare it with the original.</translation>
  </message>
  <message>
   <source>Tệp có {count} trang tính ẩn, không đọc.</source>
   <translation>The file has {count} hidden sheets, not read.</translation>
  </message>
  <message>
   <source>Tệp PDF có {count} ký tự không rõ là chữ gì, ghi thành dấu “�”. Hãy so lại với bản gốc.</source>
   <translation>{count} characters of the PDF are not known and are written as “�”. Compare it with the original.</translation>
  </message>
  <message>
   <source>Trang {text} của tệp PDF là bản chụp nên không có chữ để đọc. Hãy nhập thêm phần này.</source>
   <translation>Page {text} of the PDF is a scan without text to read. Enter this part yourself.</translation>
  </message>
  <message>
   <source>Trang {text} của tệp PDF bị hỏng nên không đọc được. Hãy nhập thêm phần này.</source>
   <translation>Page {text} of the PDF is damaged and could not be read. Enter this part yourself.</translation>
  </message>
  <message>
   <source>Chữ trong tệp PDF do máy nhận dạng từ bản chụp, có thể sai. Hãy so lại với bản gốc.</source>
   <translation>The text of the PDF was recognised from a scan by a machine and may be wrong. Compare it with the original.</translation>
  </message>
  <message>
   <source>Chữ viết chéo trang (như chữ chìm) không đưa vào kế hoạch: {text}.</source>
   <translation>Text across the page (such as a watermark), not taken into the plan: {text}.</translation>
  </message>
  <message>
   <source>Dòng lặp lại ở đầu hoặc cuối {count} trang không đưa vào kế hoạch: {text}.</source>
   <translation>Line repeated at the top or bottom of {count} pages, not taken into the plan: {text}.</translation>
  </message>
  <message>
   <source>Tệp PDF có {count} ghi chú hoặc ô điền, không đưa vào kế hoạch: {text}</source>
   <translation>The PDF has {count} comments or form fields, not taken into the plan: {text}</translation>
  </message>
  <message>
   <source>Phân công nhiệm vụ (chủ trì | phối hợp), sản phẩm, thời gian</source>
   <translation>Assignment of tasks (lead | coordinating), product, time</translation>
  </message>
  <message>
   <source>Bộ phận phụ trách, phối hợp, thời hạn, sản phẩm</source>
   <translation>Unit in charge, coordinating units, deadline, product</translation>
  </message>
  <message>
   <source>Kết quả công việc trước, phân công thực hiện (chủ trì | phối hợp) sau</source>
   <translation>Result first, then the assignment (lead | coordinating)</translation>
  </message>
  <message>
   <source>Từng dòng chủ trì, phối hợp, sản phẩm, thời gian dưới mỗi nhiệm vụ</source>
   <translation>Line by line: lead, coordinating, product, time under each task</translation>
  </message>
 </context>
</TS>
