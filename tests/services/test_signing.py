"""Who fits above which lines of the signature, and the lines a signer signs with."""

from __future__ import annotations

import pytest

from kh_desktop.domain.model import SignatureBlock, Signer
from kh_desktop.services.signing import block_of, fitting, known_position

HEAD = Signer(1, "Lò Thị Mẩy", "CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN",))
DEPUTY = Signer(2, "Đỗ Văn Ưởng", "Phó Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"))
CLERK = Signer(3, "Sùng A Pao", "CHÁNH VĂN PHÒNG", ("TL. CHỦ TỊCH",))
ALL = (HEAD, DEPUTY, CLERK)


@pytest.mark.parametrize(
    ("authority", "position", "names"),
    [
        (("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", [HEAD.name]),
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", [DEPUTY.name]),
        (("TM. ỦY BAN NHÂN DÂN",), "Q. CHỦ TỊCH", []),
        (("TL. CHỦ TỊCH",), "CHÁNH VĂN PHÒNG", [CLERK.name]),
        (("TUQ. CHỦ TỊCH",), "GIÁM ĐỐC", [CLERK.name]),
    ],
)
def test_who_fits_above_the_lines(authority: tuple[str, ...], position: str, names: list[str]) -> None:
    assert [s.name for s in fitting(ALL, SignatureBlock(authority, position))] == names


@pytest.mark.parametrize(
    ("signer", "authority"),
    [
        (HEAD, HEAD.authority),
        (Signer(0, "A", "CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN XÃ ĐỒI SIM",)), ("TM. ỦY BAN NHÂN DÂN XÃ ĐỒI SIM",)),
        (Signer(0, "A", "CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")), ("TM. ỦY BAN NHÂN DÂN",)),
        (Signer(0, "A", "PHÓ CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN",)), ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")),
        (Signer(0, "A", "Phó Chủ tịch"), ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")),
        (Signer(0, "A", "GIÁM ĐỐC"), ("TL. CHỦ TỊCH",)),
        (Signer(0, "A", "GIÁM ĐỐC", ("TUQ. CHỦ TỊCH",)), ("TUQ. CHỦ TỊCH",)),
    ],
)
def test_a_signer_brings_lines_that_fit_the_position(signer: Signer, authority: tuple[str, ...]) -> None:
    assert block_of(signer) == SignatureBlock(authority, signer.position, signer.name)


def test_the_known_position_counts_only_where_it_is_another_one() -> None:
    assert known_position(ALL, SignatureBlock((), "chủ tịch", "LÒ THỊ MẨY")) == ""
    assert known_position(ALL, SignatureBlock((), "PHÓ CHỦ TỊCH", "Lò Thị Mẩy")) == "CHỦ TỊCH"
    assert known_position((*ALL, Signer(4, HEAD.name, "Q. CHỦ TỊCH")), SignatureBlock((), "Quyền Chủ tịch", HEAD.name)) == ""
    assert known_position(ALL, SignatureBlock((), "PHÓ CHỦ TỊCH", "Người lạ")) == ""
