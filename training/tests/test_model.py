import torch
from training.model import Block, EqR, rms_norm

torch.manual_seed(0)


def plain_block(block: Block, u: torch.Tensor) -> torch.Tensor:
    """The block of one sample by its definition, unit by unit: u [9, 9, 9, d]."""
    mix = block.mix
    out = torch.empty_like(u)
    for r in range(9):
        for c in range(9):
            rows, columns = slice(r // 3 * 3, r // 3 * 3 + 3), slice(c // 3 * 3, c // 3 * 3 + 3)
            for v in range(9):
                y = u[r, c, v] @ mix["self"] + block.bias
                y = y + u[r, c].mean(0) @ mix["cell"]
                y = y + (u[r, :, v].mean(0) + u[:, c, v].mean(0)) @ mix["line"]
                y = y + u[rows, columns, v].mean((0, 1)) @ mix["box"]
                y = y + (u[r, columns, v].mean(0) + u[rows, c, v].mean(0)) @ mix["seg"]
                y = y + u[:, :, v].mean((0, 1)) @ mix["dig"] + u.mean((0, 1, 2)) @ mix["all"]
                gate, value = y.chunk(2)
                out[r, c, v] = u[r, c, v] + (gate * gate.sigmoid() * value) @ block.out
    return rms_norm(out)


def test_block_equals_its_definition():
    block, u = Block(8), torch.randn(2, 9, 9, 9, 8)
    with torch.no_grad():
        assert torch.allclose(block(u)[1], plain_block(block, u[1]), atol=1e-5)


def test_map_commutes_with_the_symmetries_of_sudoku():
    model = EqR().eval()
    z, x = torch.randn(1, 9, 9, 9, 32), torch.randint(0, 3, (1, 9, 9, 9))
    digits = torch.randperm(9)
    bands = torch.tensor([3, 5, 4, 0, 2, 1, 7, 8, 6])
    for move in (
        lambda t: t[:, :, :, digits],
        lambda t: t.transpose(1, 2),
        lambda t: t[:, bands],
        lambda t: t[:, :, bands],
    ):
        with torch.no_grad():
            assert torch.allclose(move(model.f(z, x)), model.f(move(z).contiguous(), move(x).contiguous()), atol=1e-4)


def test_map_does_not_commute_with_what_is_no_symmetry():
    model = EqR().eval()
    z, x = torch.randn(1, 9, 9, 9, 32), torch.randint(0, 3, (1, 9, 9, 9))
    swap = torch.tensor([3, 1, 2, 0, 4, 5, 6, 7, 8])
    with torch.no_grad():
        assert not torch.allclose(model.f(z, x)[:, swap], model.f(z[:, swap], x[:, swap]), atol=1e-2)


def test_iterate_is_the_damped_noisy_step():
    model = EqR().eval()
    z, x, noise = torch.randn(1, 9, 9, 9, 32), torch.zeros(1, 9, 9, 9, dtype=torch.int64), torch.randn(1, 9, 9, 9, 32)
    with torch.no_grad():
        expected = 0.3 * z + 0.7 * model.f(z, x) + 0.1 * noise
        assert torch.allclose(model.iterate(z, x, 0.7, 0.1 * noise), expected, atol=1e-6)
