"""One iteration as an ONNX graph, for other runtimes: NAME.onnx beside NAME.safetensors.

    z [batch, 729, d], x [batch, 729] int32, lam []
      -> next [batch, 729, d] = z + lam (f(z, x) - z)
         summary [batch, 731]: residual lam ||f - z|| / ||z||, q of next, 729 digit logits of next

The graph holds no weights: they stay in the safetensors file, named as ONNX external data, so the two cannot differ.
"""

from __future__ import annotations

import io
import json
import logging
from contextlib import redirect_stdout
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn

from training.model import EqR

OPSET = 20


class Iteration(nn.Module):
    """The step that the graph holds; its parameters keep the names they have in the safetensors file."""

    def __init__(self, model: EqR):
        super().__init__()
        self.model = model

    def forward(self, z: Tensor, x: Tensor, lam: Tensor) -> tuple[Tensor, Tensor]:
        batch, d = z.shape[0], self.model.config.d
        grid = (batch, 9, 9, 9)
        before = z.view(*grid, d)
        change = lam * (self.model.f(before, x.view(grid)) - before)
        after = before + change
        residual = (change.square().sum((1, 2, 3, 4)) / before.square().sum((1, 2, 3, 4))).sqrt()
        head = torch.stack([residual, self.model.q(after)], 1)
        return after.view(z.shape), torch.cat([head, self.model.logits(after).view(batch, 729)], 1)


def write_onnx(model: EqR, folder: Path, name: str) -> Path:
    """Writes NAME.onnx for the NAME.safetensors that is already in the folder."""
    d = model.config.d
    # A batch of one would be taken for a constant.
    example = (torch.randn(2, 729, d), torch.zeros(2, 729, dtype=torch.int32), torch.tensor(0.7))
    batch = torch.export.Dim("batch")
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    with torch.no_grad(), redirect_stdout(io.StringIO()):
        program = torch.onnx.export(
            Iteration(model).eval(),
            example,
            input_names=["z", "x", "lam"],
            output_names=["next", "summary"],
            dynamic_shapes=({0: batch}, {0: batch}, {}),
            opset_version=OPSET,
            dynamo=True,
            external_data=False,
        )
    if program is None:
        raise RuntimeError("torch.onnx.export made no graph.")
    graph = program.model_proto
    point_to_safetensors(graph, folder / f"{name}.safetensors")
    for node in graph.graph.node:
        # The exporter's notes on where in PyTorch a node came from: nine tenths of the file.
        del node.metadata_props[:]
        node.doc_string = ""
    for value in [*graph.graph.input, *graph.graph.output, *graph.graph.value_info]:
        del value.metadata_props[:]
    path = folder / f"{name}.onnx"
    path.write_bytes(graph.SerializeToString(deterministic=True))
    onnx.checker.check_model(str(path))
    return path


def point_to_safetensors(graph: onnx.ModelProto, weights: Path) -> None:
    """Turns every initializer that is a parameter of the model into a reference to its bytes in the file."""
    data = weights.read_bytes()
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + length])
    for tensor in graph.graph.initializer:
        entry = header.get(tensor.name.removeprefix("model."))
        if entry is None:
            continue
        start, end = entry["data_offsets"]
        if list(tensor.dims) != entry["shape"]:
            shapes = f"{list(tensor.dims)} in the graph and {entry['shape']} in {weights.name}"
            raise ValueError(f"{tensor.name} is {shapes}.")
        tensor.ClearField("raw_data")
        tensor.ClearField("float_data")
        tensor.data_location = onnx.TensorProto.EXTERNAL
        for key, value in (("location", weights.name), ("offset", 8 + length + start), ("length", end - start)):
            tensor.external_data.add(key=key, value=str(value))
