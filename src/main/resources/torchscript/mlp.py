  # A state for every step from all steps of the first 64, (batch, time, hidden): the window flattened
  # and padded with 0. Of a longer window the rest is not seen. What the window says is added to each
  # step's own input (He et al. 2016): through the few numbers between the two layers alone, the network
  # could tell that there is a burn in a window, but hardly at which step.
  def states(self: __torch__.$CLASS, x: Tensor, lengths: Tensor) -> Tensor:
    time = torch.size(x, 1)
    known = torch.masked_fill(x, torch.unsqueeze(self.beyond(x, lengths), 2), 0)
    window = torch.flatten(torch.constant_pad_nd(known, [0, 0, 0, torch.sub(64, time)]), 1)
    whole = torch.gelu(torch.linear(window, self.window_weight, self.window_bias))
    every = torch.linear(torch.dropout(whole, self.dropout, self.training), self.spread_weight, self.spread_bias)
    every = torch.reshape(every, [torch.size(x, 0), 64, self.hidden])
    return torch.add(x, torch.constant_pad_nd(torch.gelu(every), [0, 0, 0, torch.sub(time, 64)]))

