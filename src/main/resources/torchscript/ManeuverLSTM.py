# TorchScript of a stacked LSTM with a classifier on its last layer. Only the parameter names depend on
# the number of layers.
class ManeuverLSTM(Module):
  __parameters__ = [$NAMES]
  __buffers__ = []
  $DECLARATIONS
  training : bool
  hidden : int
  layers : int
  dropout : float

  # State of the last layer after every step, (batch, time, hidden). All layers run forward, so no state
  # depends on later steps, and padding at the end of a sequence affects no real step.
  def states(self: __torch__.ManeuverLSTM, x: Tensor) -> Tensor:
    zeros = torch.new_zeros(x, [self.layers, torch.size(x, 0), self.hidden])
    weights = [$WEIGHTS]
    every, last, cell = torch.lstm(x, [zeros, zeros], weights, True, self.layers, self.dropout, self.training, False, True)
    return every

  # Logit of every window, (batch), from the state at its last real step.
  def forward(self: __torch__.ManeuverLSTM, x: Tensor, lengths: Tensor) -> Tensor:
    last = torch.reshape(torch.sub(lengths, 1), [-1, 1, 1])
    state = torch.gather(self.states(x), 1, torch.expand(last, [-1, -1, self.hidden]))
    state = torch.dropout(torch.squeeze(state, 1), self.dropout, self.training)
    return torch.squeeze(torch.linear(state, self.classifier_weight, self.classifier_bias), 1)

  # Logit of every step, (batch, time), from its state; 0 beyond the end of a sequence.
  def steps(self: __torch__.ManeuverLSTM, x: Tensor, lengths: Tensor) -> Tensor:
    states = torch.dropout(self.states(x), self.dropout, self.training)
    logits = torch.squeeze(torch.linear(states, self.classifier_weight, self.classifier_bias), 2)
    count = torch.cumsum(torch.ones_like(logits), 1)
    return torch.masked_fill(logits, torch.gt(count, torch.unsqueeze(lengths, 1)), 0)
