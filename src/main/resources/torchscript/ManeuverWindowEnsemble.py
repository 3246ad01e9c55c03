# TorchScript of several networks of one kind, begun with different numbers, that answer whole windows
# together: the logit of a window, as of a step, is the mean of theirs. In training each answers for
# itself, one below the other, (members x batch, time).
class ManeuverEnsemble(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  $DECLARATIONS

  # Logit of every window, (batch).
  def forward(self: __torch__.ManeuverEnsemble, x: Tensor, lengths: Tensor) -> Tensor:
    return torch.mean(torch.stack([$LOGITS], 0), [0])

  # Logit of every step, (batch, time); 0 where a sequence has ended.
  def steps(self: __torch__.ManeuverEnsemble, x: Tensor, lengths: Tensor) -> Tensor:
    if self.training:
      answers = torch.cat([$STEPS], 0)
    else:
      answers = torch.mean(torch.stack([$STEPS], 0), [0])
    return answers
