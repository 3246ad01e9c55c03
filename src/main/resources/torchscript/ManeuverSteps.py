# TorchScript of a network with one logit per gap between element sets. The method states comes from the
# file of the architecture; everything else is common to all architectures.
class $CLASS(Module):
  __parameters__ = [$NAMES]
  __buffers__ = []
  $DECLARATIONS
  training : bool
  hidden : int
  dropout : float

$STATES
  # True beyond the end of a sequence, (batch, time).
  def beyond(self: __torch__.$CLASS, x: Tensor, lengths: Tensor) -> Tensor:
    count = torch.cumsum(torch.ones_like(torch.select(x, 2, 0)), 1)
    return torch.gt(count, torch.unsqueeze(lengths, 1))

  # Logit of every step, (batch, time); meaningless beyond the end of a sequence.
  def logits(self: __torch__.$CLASS, x: Tensor, lengths: Tensor) -> Tensor:
    inputs = torch.gelu(torch.linear(x, self.input_weight, self.input_bias))
    inputs = torch.dropout(inputs, torch.div(self.dropout, 3), self.training)
    states = torch.dropout(self.states(inputs, lengths), self.dropout, self.training)
    states = torch.gelu(torch.linear(states, self.head_weight, self.head_bias))
    states = torch.dropout(states, torch.div(torch.mul(self.dropout, 2), 3), self.training)
    return torch.squeeze(torch.linear(states, self.classifier_weight, self.classifier_bias), 2)

  # Logit of every window, (batch): the highest of its steps.
  def forward(self: __torch__.$CLASS, x: Tensor, lengths: Tensor) -> Tensor:
    logits = torch.masked_fill(self.logits(x, lengths), self.beyond(x, lengths), -1000000.)
    return torch.amax(logits, [1])

  # Logit of every step, (batch, time); 0 beyond the end of a sequence.
  def steps(self: __torch__.$CLASS, x: Tensor, lengths: Tensor) -> Tensor:
    return torch.masked_fill(self.logits(x, lengths), self.beyond(x, lengths), 0)
