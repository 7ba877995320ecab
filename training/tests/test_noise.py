import torch
from training.noise import START_DEVIATION, STREAM, gaussian, philox, quantiles, start


def words(counter: tuple[int, ...], key: tuple[int, int]) -> list[int]:
    return [int(w) for w in philox(tuple(torch.tensor(c) for c in counter), key)]


def test_philox_known_answers():
    """The vectors published with Random123."""
    ones = 0xFFFFFFFF
    assert words((0, 0, 0, 0), (0, 0)) == [0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8]
    assert words((ones,) * 4, (ones, ones)) == [0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD]
    pi = (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344)
    assert words(pi, (0xA4093822, 0x299F31D0)) == [0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1]


def test_elements_take_their_lane_of_the_block_of_their_counter():
    noise = gaussian(seed=5, trajectories=[3], k=2, count=12)
    for element in range(12):
        word = words((element // 4, 2, 3, 0), (5, STREAM))[element % 4]
        assert noise[0, element] == quantiles()[word >> 20]


def test_start_is_normal_and_wide_and_differs_by_trajectory_and_seed():
    z = start(1, [0, 1], 32)
    assert z.shape == (2, 9, 9, 9, 32)
    assert abs(float(z.mean())) < 0.06 and abs(float(z.std()) - START_DEVIATION) < 0.06
    assert not torch.equal(z[0], z[1])
    assert not torch.equal(z[0], start(2, [0], 32)[0])
    assert torch.equal(z[1], start(1, [1], 32)[0])
