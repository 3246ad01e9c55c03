# TorchScript of a stacked LSTM with a classifier on its last layer. The names of the parameters are
# written out for the number of layers; every other line is the same for all.
class ManeuverLSTM(Module):
  __parameters__ = [$NAMES]
  __buffers__ = []
  $DECLARATIONS
  training : bool
  hidden : int
  layers : int
  dropout : float

  # The last layer's state after every step, (batch, time, hidden). The layers run forwards only, so
  # a state depends on no later step and padding at the end of a sequence cannot reach a real one.
  def states(self: __torch__.ManeuverLSTM, x: Tensor) -> Tensor:
    zeros = torch.new_zeros(x, [self.layers, torch.size(x, 0), self.hidden])
    weights = [$WEIGHTS]
    every, last, cell = torch.lstm(x, [zeros, zeros], weights, True, self.layers, self.dropout, self.training, False, True)
    return every

  # Logit of every window from the state at its own last step, (batch).
  def forward(self: __torch__.ManeuverLSTM, x: Tensor, lengths: Tensor) -> Tensor:
    last = torch.reshape(torch.sub(lengths, 1), [-1, 1, 1])
    state = torch.gather(self.states(x), 1, torch.expand(last, [-1, -1, self.hidden]))
    state = torch.dropout(torch.squeeze(state, 1), self.dropout, self.training)
    return torch.squeeze(torch.linear(state, self.classifier_weight, self.classifier_bias), 1)

  # Logit from the state at every step, (batch, time); 0 where a sequence has ended.
  def steps(self: __torch__.ManeuverLSTM, x: Tensor, lengths: Tensor) -> Tensor:
    states = torch.dropout(self.states(x), self.dropout, self.training)
    logits = torch.squeeze(torch.linear(states, self.classifier_weight, self.classifier_bias), 2)
    count = torch.cumsum(torch.ones_like(logits), 1)
    return torch.masked_fill(logits, torch.gt(count, torch.unsqueeze(lengths, 1)), 0)
