"""Values that are made by the hundred compare, hash, travel and change by `replace` as frozen ones do."""

import copy
import pickle
from dataclasses import replace
from decimal import Decimal

from baocao.model.record import Value


def test_values_compare_and_hash_by_what_they_hold() -> None:
    one, same = Value(number=Decimal(12), text="a"), Value(number=Decimal("12.0"), text="a")
    assert one == same
    assert hash(one) == hash(same)
    assert len({one, same, replace(one, text="b")}) == 2


def test_values_travel_between_processes() -> None:
    value = Value(number=Decimal(12), records=({"ten": Value(text="a")},))
    assert pickle.loads(pickle.dumps(value)) == copy.copy(value) == value


def test_nothing_can_be_put_beside_the_fields() -> None:
    assert not hasattr(Value(), "__dict__")
