import onnx
import pytest
import torch
from onnx.reference import ReferenceEvaluator
from safetensors.torch import save_file
from training.model import Config, EqR
from training.onnx_export import point_to_safetensors, write_onnx


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("weights")
    model = EqR(Config(d=8)).eval()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.1 * torch.randn_like(parameter))
    save_file({k: v.contiguous() for k, v in model.state_dict().items()}, folder / "small.safetensors")
    return model, write_onnx(model, folder, "small")


def test_graph_computes_the_step_at_any_batch(written):
    model, path = written
    evaluator = ReferenceEvaluator(str(path))
    for batch in (1, 3):
        z, x = torch.randn(batch, 729, 8), torch.randint(0, 3, (batch, 729), dtype=torch.int32)
        after, summary = evaluator.run(None, {"z": z.numpy(), "x": x.numpy(), "lam": torch.tensor(0.7).numpy()})
        grid = z.view(batch, 9, 9, 9, 8)
        with torch.no_grad():
            f = model.f(grid, x.view(batch, 9, 9, 9))
            expected = grid + 0.7 * (f - grid)
            residual = 0.7 * (f - grid).flatten(1).norm(dim=1) / grid.flatten(1).norm(dim=1)
            columns = [residual[:, None], model.q(expected)[:, None], model.logits(expected).view(batch, 729)]
        assert torch.allclose(torch.from_numpy(after), expected.view(z.shape), atol=1e-5)
        assert torch.allclose(torch.from_numpy(summary), torch.cat(columns, 1), atol=1e-4)


def test_graph_holds_no_weights(written):
    model, path = written
    graph = onnx.load(path, load_external_data=False).graph
    outside = {t.name for t in graph.initializer if t.data_location == onnx.TensorProto.EXTERNAL}
    assert outside == {f"model.{name}" for name in model.state_dict()}
    assert path.stat().st_size < 40_000


def test_weights_of_another_shape_are_refused(written, tmp_path):
    _, path = written
    other = tmp_path / "other.safetensors"
    save_file({k: v.contiguous() for k, v in EqR(Config(d=12)).state_dict().items()}, other)
    with pytest.raises(ValueError, match="in the graph"):
        point_to_safetensors(onnx.load(path, load_external_data=False), other)
