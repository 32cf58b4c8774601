"""Labels of points: beside their own, and on top of nothing else."""

from ui.explore.point_labels import Point, place_labels


def test_a_point_by_itself_is_named_on_its_right() -> None:
    points = [Point(0, 100, "CPC"), Point(300, 0, "CCS")]
    assert place_labels(points, is_doubling=False) == ["right", "left"]


def test_a_label_moves_out_of_the_way_of_the_next_point() -> None:
    points = [Point(0, 400, "CMAS (CCMA)"), Point(40, 400, "CCA"), Point(300, 400, "RHIA")]
    assert place_labels(points, is_doubling=False) == ["below", "right", "left"]


def test_points_without_room_stay_without_a_label() -> None:
    points = [Point(100 + step, 400, "A LONG LABEL") for step in range(9)]
    sides = place_labels([*points, Point(0, 0, "")], is_doubling=False)
    assert "" in sides
    assert sides[0]


def test_doubling_steps_make_room_among_small_values() -> None:
    points = [Point(25, 100, "TINY"), Point(50, 100, "NEXT"), Point(800, 100, "LARGE")]
    assert place_labels(points, is_doubling=False)[0] != "right"
    assert place_labels(points, is_doubling=True)[0] == "right"


def test_no_points_need_no_labels() -> None:
    assert place_labels([], is_doubling=True) == []
