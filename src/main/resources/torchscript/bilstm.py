  # Every sequence reversed within its length, (batch, time, hidden); padding stays in place.
  def turned(self: __torch__.$CLASS, x: Tensor, lengths: Tensor) -> Tensor:
    place = torch.sub(torch.cumsum(torch.ones_like(torch.select(x, 2, 0), dtype=4), 1), 1)
    last = torch.sub(torch.unsqueeze(lengths, 1), 1)
    from_end = torch.where(torch.le(place, last), torch.sub(last, place), place)
    return torch.gather(x, 1, torch.expand(torch.unsqueeze(from_end, 2), [-1, -1, self.hidden]))

  # Forward and backward state of every step, (batch, time, 2 hidden). The backward LSTM runs over the
  # reversed sequences, so that padding affects neither.
  def states(self: __torch__.$CLASS, x: Tensor, lengths: Tensor) -> Tensor:
    zeros = torch.new_zeros(x, [1, torch.size(x, 0), self.hidden])
    ahead = [self.weight_ih_l0, self.weight_hh_l0, self.bias_ih_l0, self.bias_hh_l0]
    back = [self.weight_ih_l0_reverse, self.weight_hh_l0_reverse, self.bias_ih_l0_reverse, self.bias_hh_l0_reverse]
    forwards, h0, c0 = torch.lstm(x, [zeros, zeros], ahead, True, 1, 0., self.training, False, True)
    backwards, h1, c1 = torch.lstm(self.turned(x, lengths), [zeros, zeros], back, True, 1, 0., self.training, False, True)
    return torch.cat([forwards, self.turned(backwards, lengths)], 2)

