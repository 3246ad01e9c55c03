# TorchScript of an ensemble of networks of one kind with different initial weights that answer whole
# windows. The logit of a window, as of a step, is the mean over the members. In training the logits of
# all members are returned, stacked to (members x batch, time).
class ManeuverEnsemble(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  $DECLARATIONS

  # Logit of every window, (batch).
  def forward(self: __torch__.ManeuverEnsemble, x: Tensor, lengths: Tensor) -> Tensor:
    return torch.mean(torch.stack([$LOGITS], 0), [0])

  # Logit of every step, (batch, time); 0 beyond the end of a sequence.
  def steps(self: __torch__.ManeuverEnsemble, x: Tensor, lengths: Tensor) -> Tensor:
    if self.training:
      answers = torch.cat([$STEPS], 0)
    else:
      answers = torch.mean(torch.stack([$STEPS], 0), [0])
    return answers
