# TorchScript of several networks of one kind, begun with different numbers, that answer together: the
# logit of a step is the mean of theirs. In training each answers for itself, one below the other,
# (members x batch, time).
class ManeuverEnsemble(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  $DECLARATIONS

  # Logit of every step, whatever the length of its sequence (batch, time).
  def logits(self: __torch__.ManeuverEnsemble, x: Tensor, lengths: Tensor) -> Tensor:
    return torch.mean(torch.stack([$LOGITS], 0), [0])

  # Logit of every window: that of its surest step, (batch).
  def forward(self: __torch__.ManeuverEnsemble, x: Tensor, lengths: Tensor) -> Tensor:
    logits = torch.masked_fill(self.logits(x, lengths), self.member0.beyond(x, lengths), -1000000.)
    return torch.amax(logits, [1])

  # Logit of every step, (batch, time); 0 where a sequence has ended.
  def steps(self: __torch__.ManeuverEnsemble, x: Tensor, lengths: Tensor) -> Tensor:
    if self.training:
      answers = torch.cat([$STEPS], 0)
    else:
      answers = torch.masked_fill(self.logits(x, lengths), self.member0.beyond(x, lengths), 0)
    return answers
