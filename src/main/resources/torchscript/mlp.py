  # State of every step, (batch, time, hidden), from the first 64 steps of the window, flattened and padded
  # with 0; later steps are ignored. A residual connection (He et al. 2016) adds the input of each step:
  # the bottleneck between the two layers alone could tell that a window contains a burn, but hardly at
  # which step.
  def states(self: __torch__.$CLASS, x: Tensor, lengths: Tensor) -> Tensor:
    time = torch.size(x, 1)
    known = torch.masked_fill(x, torch.unsqueeze(self.beyond(x, lengths), 2), 0)
    window = torch.flatten(torch.constant_pad_nd(known, [0, 0, 0, torch.sub(64, time)]), 1)
    whole = torch.gelu(torch.linear(window, self.window_weight, self.window_bias))
    every = torch.linear(torch.dropout(whole, self.dropout, self.training), self.spread_weight, self.spread_bias)
    every = torch.reshape(every, [torch.size(x, 0), 64, self.hidden])
    return torch.add(x, torch.constant_pad_nd(torch.gelu(every), [0, 0, 0, torch.sub(time, 64)]))

