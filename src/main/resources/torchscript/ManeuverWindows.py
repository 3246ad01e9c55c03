# TorchScript of a network that answers a whole window from its final states: the forward state at the
# last step and, if bidirectional, the backward state at the first step. The method states comes from the
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

  # Final state of a sequence: the forward state at its last step and the backward state at its first
  # step, (batch, hidden) or (batch, 2 hidden).
  def whole(self: __torch__.$CLASS, states: Tensor, lengths: Tensor) -> Tensor:
    last = torch.reshape(torch.sub(lengths, 1), [-1, 1, 1])
    ahead = torch.gather(states, 1, torch.expand(last, [-1, -1, self.hidden]))
    back = torch.slice(torch.select(states, 1, 0), 1, self.hidden, torch.size(states, 2), 1)
    return torch.cat([torch.squeeze(ahead, 1), back], 1)

  # Logit of every window, (batch).
  def forward(self: __torch__.$CLASS, x: Tensor, lengths: Tensor) -> Tensor:
    inputs = torch.gelu(torch.linear(x, self.input_weight, self.input_bias))
    inputs = torch.dropout(inputs, torch.div(self.dropout, 3), self.training)
    state = torch.dropout(self.whole(self.states(inputs, lengths), lengths), self.dropout, self.training)
    state = torch.gelu(torch.linear(state, self.head_weight, self.head_bias))
    state = torch.dropout(state, torch.div(torch.mul(self.dropout, 2), 3), self.training)
    return torch.squeeze(torch.linear(state, self.classifier_weight, self.classifier_bias), 1)

  # Logit of every step, (batch, time); 0 beyond the end of a sequence. It is the mean over the up to eight
  # windows of eight steps, all within the sequence, that contain the step. In training it is the logit of
  # the whole window.
  def steps(self: __torch__.$CLASS, x: Tensor, lengths: Tensor) -> Tensor:
    batch = torch.size(x, 0)
    time = torch.size(x, 1)
    if self.training:
      answers = torch.expand(torch.unsqueeze(self.forward(x, lengths), 1), [-1, time])
    else:
      place = torch.sub(torch.cumsum(torch.ones_like(torch.select(x, 2, 0), dtype=4), 1), 1)
      eight = torch.sub(torch.cumsum(torch.new_ones(lengths, [8]), 0), 1)
      latest = torch.reshape(torch.clamp(torch.sub(lengths, 8), 0), [-1, 1, 1])
      start = torch.minimum(torch.unsqueeze(place, 2), latest)
      rows = torch.reshape(torch.clamp(torch.add(start, eight), 0, torch.sub(time, 1)), [batch, -1, 1])
      short = torch.gather(x, 1, torch.expand(rows, [-1, -1, torch.size(x, 2)]))
      short = torch.reshape(short, [-1, 8, torch.size(x, 2)])
      short_lengths = torch.expand(torch.unsqueeze(torch.clamp(lengths, 1, 8), 1), [-1, time])
      logits = torch.reshape(self.forward(short, torch.reshape(short_lengths, [-1])), [batch, time])
      own = torch.minimum(torch.clamp(torch.sub(torch.unsqueeze(place, 2), eight), 0), latest)
      held = torch.gather(logits, 1, torch.reshape(own, [batch, -1]))
      means = torch.mean(torch.reshape(held, [batch, time, 8]), [2])
      answers = torch.masked_fill(means, self.beyond(x, lengths), 0)
    return answers
