"""The words the grammar knows, without marks, and the words that only look like them.

Officials type without marks, misplace them ("qúy", "truớc") or lose one ("Trươc"), so words are known by their bare letters. Where
another common word has the same bare letters ("tư", "tự" beside "từ"; "quỹ" beside "quý"; "mới" beside "mỗi") that word is named in
``OTHERS`` and never taken for a word of time. Bare "quy", "nam", "tu" are taken as words of time unless a compound of ``COMPOUNDS`` says
otherwise ("quy định", "Việt Nam", "thông tư"); what is then left over without sense makes the phrase unknown, never a date.
"""

from __future__ import annotations

# key -> bare words. DOUBT: changes a date in a way the grammar does not compute; the phrase is then unknown.
_KEYS = {
    "DAY": "ngay",
    "MONTH": "thang",
    "QUARTER": "quy qui q",
    "YEAR": "nam",
    "WEEK": "tuan",
    "HOUR": "gio h",
    "FROM": "tu",
    "TO": "den toi",
    "BEFORE": "truoc",
    "AFTER": "sau",
    "END": "het",
    "IN": "trong",
    "AT": "vao",
    "HEAD": "dau",
    "MID": "giua",
    "TAIL": "cuoi",
    "HALF": "nua",
    "EACH": "hang moi tung",
    "PLURAL": "cac nhung",
    "AND": "va",
    "OR": "hoac",
    "TIMES": "lan dot cuoc",
    "BY": "theo",
    "EVENT": "khi neu tuy",
    "ORDINAL": "thu",
    "NUMBER": "so",
    "OF": "cua thuoc",
    "IS": "la",
    "DOUBT": "rieng chap gieng tet hom mai dip nay mua tru khong chua khoang lui ram hon ky ki gan nghi ngoai",
    "NUMERAL": "tam mot hai ba bon bay chin muoi",
    "MINUTE": "phut",
    "MUNG": "mung mong",
}

KEYS = {word: key for key, words in _KEYS.items() for word in words.split()}

NUMERALS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10}

# Spellings with marks that settle what the bare letters leave open.
_EXACT = {
    "NUMERAL": "sáu một tám",
    "TU4": "tư",
    "TIMES": "đợt",
    "MONTH_T": "t",
    "WHOLE": "cả suốt quanh",
}

EXACT = {word: key for key, words in _EXACT.items() for word in words.split()}

# Other words with the bare letters of a key.
OTHERS = frozenset(
    (
        "chấp chắp riềng bà bày bá bân bây bã bón bạ bạn bả bầy bẫy "
        "bận bổn chìn chùa chúa chỉn chừa chữa cuội cùa cưới cười cạc cửa dâu dấu "
        "dầu dốt gan gió giỏ gán gân gạn gắn hang hoạc hoắc hài hãng hét hôn hại hạng hải hồn khí khống ký kĩ kỉ kỵ kỷ kỹ lan "
        "làn lá lán lân lã lăn lạ lặn lịch mong mua muốn mài mái mãi móng môi múa mưa mươi mươn mưới mại mọi mỏng mối mồi mộng "
        "mới mời nghi nghĩ nghị ngoại ngáy nám nêu nạm nấm nắm nằm nều nứa nữa quẹ quỳ quỷ quỹ sơ sổ sở sợ thang thu thù "
        "thăng thư thắng thằng thẳng thụ thủ thử tròng trú trọng trống trồng trụ trừu tung tuy tuân tuấn tuẫn tâm tôi tùng tú "
        "túy tăm tưng tạm tấm tầm tắm tỏi tối tội tụ tủ tứ tử tự vá vạ vả đen đàu đâu đèn đén đấu đẩu đậu đốt đột"
    ).split()
)

# The keys spelt rightly.
RIGHT = frozenset(
    (
        "ba bảy bốn chín chưa cuối cuộc các cước của dịp giờ giữa gần hai hoặc hàng hôm hơn hằng hết khi khoảng không kì kỳ là "
        "lùi lần mai mùa mùng mười mồng mỗi một nay nghỉ ngoái ngoài ngày những này năm nếu nửa phút quí quý qúy rằm sau số theo "
        "thuộc tháng thứ trong trước trừ tuần tuỳ tám tùy tết tới từ từng và vào đầu đến đợt"
    ).split()
)

# Several bare words that mean something else than each alone; WORD: nothing in time.
_COMPOUNDS = {
    "ONGOING": "thuong xuyen | lien tuc",
    "PERIODIC": "thuong ky | dinh ky | dinh ki",
    "THROUGHOUT YEAR": "ca nam | suot nam | quanh nam | trong suot nam | trong ca nam",
    "IN": "trong suot",
    "STAGE": "giai doan",
    "HALF YEAR": "ban nien | nua nam",
    "LATEST": (
        "cham nhat | muon nhat | tre nhat | khong qua | khong muon hon | khong cham hon | khong cham qua | khong tre "
        "hon | han cuoi | han chot | han cuoi cung"
    ),
    "TERM": "thoi han | han nop | thoi han hoan thanh | thoi gian hoan thanh",
    "FROM": "ke tu | bat dau tu",
    "ONWARD": "tro di | tro ve sau",
    "AFTERMATH": "truoc khi | sau khi | ngay sau khi | ngay sau | tu khi | ke tu khi | tu luc",
    "EVENT": "ngay khi | tuy theo | tuy tinh hinh | phat sinh",
    "SUDDEN": "dot xuat",
    "REQUEST": "yeu cau",
    "SOFT": "kip thoi | dung han | dung tien do | dung thoi gian | dung thoi han | thoi gian quy dinh | thoi han quy dinh",
    "NEXT": "tiep theo | ke tiep | lien ke | tiep den | lien sau",
    "TAIL": "cuoi cung",
    "HEAD": "dau tien",
    "REPORTING": "ky bao cao | ki bao cao",
    "START": "bat dau",
    "REPORT": "bao cao | so ket | tong ket",
    "WORKING": "lam viec",
    "WEEKDAY": "chu nhat",
    "AT_LEAST": "it nhat | toi thieu | toi da",
    "FROM_NOW": "tu nay | ke tu nay",
    "DOUBT": (
        "nam hoc | hoc ky | hoc ki | nhiem ky | am lich | nam tai chinh "
        "| gia han | trong khoang | nien do | dinh huong | tam nhin | ngay le "
        "| ngoai tru"
    ),
    "WORD": (
        "du kien | ngoai ra | hoi nghi | de nghi | kien nghi | quy trinh | quy hoach | quy chuan | quy mo | quy uoc | "
        "quy pham | quy luat | quy hop | quyen han | dau moi | dau tu | dau thau | dau gia | ngan hang | khach hang | "
        "hang hoa | hang muc | cua hang | viet nam | ha nam | quang nam | mien nam | tay nam | nam dinh | tu phap | "
        "tu van | dau tu xay dung | sau day | truoc het | ngay cang | trong do | theo doi | mot cua | mot so | so hoa "
        "| so lieu | so y te | so noi vu | so tu phap | thu tuc | thu ky | thu truong | thu tuong | thu hoi | chu ky "
        "| ky ket | ky so | ky ban hanh | hai long | ba cong khai | ky luat | moi truong | doi "
        "moi | xay dung moi | nong thon moi | tu chu | cuoc hop | gan voi"
    ),
    "WITHIN": "trong vong | trong thoi han",
    "RULE": (
        "quy dinh | luat | nghi dinh | thong tu | che do | quyet dinh | quy che | phu luc | de cuong | nghi quyet | "
        "cong van | chi thi"
    ),
}

COMPOUNDS = {words: tuple(keys.split()) for keys, listed in _COMPOUNDS.items() for words in listed.split(" | ")}

MAX_COMPOUND = 4

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
# "l" typed for "I".
ROMAN_SLIPS = {"l": 1, "il": 2, "li": 2, "ll": 2, "lll": 3, "iil": 3, "ill": 3, "lii": 3, "lil": 3, "lv": 4, "iiii": 4}

# Types of documents as they are shortened in numbers ("1955/QĐ-UBND").
DOCUMENT_CODES = frozenset(
    "qd kh nq nd tt ct cv tb bc ttr ubnd hdnd tu tw ttg cp qh vp vpcp hd da dx pa kl qc ctr kld tttt snv stp bnv btp ub".split()
)

# Words a slip is mended to when one letter is missing, doubled, wrong or swapped.
MENDED = ("thang", "trong", "truoc", "thuong", "xuyen", "ngay", "dinh", "cuoi", "giua", "hang", "cham", "nhat", "khong")

# Common words one letter away from those: never mended.
COMMON = frozenset(
    (
        "ban bang bat binh buổi bàn bình bạch bản bảng bất bằng chat chia chinh chiều chung chuong chuyên chuyến chuyển chuẩn "
        "chánh châm chân châu chính chú chúng chăm chương chạy chấn chấp chất chậm chắc chặt chỉnh chịu chối chụp chủ chứng "
        "chừng coi cong cung càng cán công cùng căn cũng cưới cảm cần cống cộng dang danh dinh dong duyên duyệt dành dân dưới "
        "dạng dẫn dịch gia giam gian giao giay giá giác giáo giúp giải giảm giữ gây han hang hanh hinh hiện hoan hoang hoàng "
        "hung huy huyen huyên huyền huyện huấn hàm hàn hành hát hân hình hòa hùng hưng hương hướng hưởng hạn hạng hạnh hỏng "
        "hồng hội khang khoang khong khung khóa kinh kiểm kính linh luyện luân luận lĩnh lắng minh mình mạng nang nga ngan "
        "ngang ngay nghĩa nghề ngoai ngon ngoài ngoại nguyên ngành ngân ngã ngưng ngạch ngại ngả ngắm ngắn ngừa ngừng ngữ nha "
        "nhan nhap nhat nhau nhiệt nhu nhà nhám nháy nhân nhạt nhảy nhất nhận nhập nhật nhắc nhắn nhằm nhờ ninh nâng nông năng "
        "phong phuong phát phòng phóng phương phường phạm phẩm phối quyen quyên quyền quyển quán quản ràng rộng sang sinh sáng "
        "tang tham than thanh thi thiết thiện thong thuan thuc thuoc thuê thuần thuận thuật thuế thành thái thám thân thì thôi "
        "thôn thông thúc thăm thăng thư thước thường thưởng thượng thạch thảm thầu thẩm thậm thật thắng thẳng thế thể thị thống "
        "thời thục thụy thủy thực tinh tiến tiếng toan tong toàn toán tra trai trang tranh trao tri trinh triển tro truc trung "
        "truong truy truyền truất trái tránh trên trình trí trích tròn tròng trông trùng trúng trưng trường trưởng trại trạng "
        "trả trấn trần trận trị trọng trống trồng trợ trụ trứng trực tuyen tuyên tuyến tuyền tuyển tuổi táng tân tình tính tăng "
        "tĩnh tướng tượng tạo tầng tỉnh tổng xuyên xuyến xuân xuất xuống đang đinh đuôi đánh đình đích đính đóng đông đăng đĩnh "
        "đảng đắk đẳng đỉnh định đồng động"
    ).split()
)
