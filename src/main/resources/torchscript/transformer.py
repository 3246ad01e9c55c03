  # One layer of a pre-norm encoder (Vaswani et al. 2017; Xiong et al. 2020) with four heads.
  def layer(self: __torch__.$CLASS, x: Tensor, known: Tensor, w: List[Tensor]) -> Tensor:
    batch = torch.size(x, 0)
    time = torch.size(x, 1)
    normed = torch.layer_norm(x, [self.hidden], w[0], w[1])
    parts = torch.reshape(torch.linear(normed, w[2], w[3]), [batch, time, 3, 4, torch.floordiv(self.hidden, 4)])
    query, key, value = torch.unbind(torch.permute(parts, [2, 0, 3, 1, 4]))
    scores = torch.div(torch.matmul(query, torch.transpose(key, 2, 3)), torch.sqrt(torch.floordiv(self.hidden, 4)))
    shares = torch.softmax(torch.masked_fill(scores, torch.logical_not(known), -1000000.), 3)
    seen = torch.permute(torch.matmul(shares, value), [0, 2, 1, 3])
    seen = torch.linear(torch.reshape(seen, [batch, time, self.hidden]), w[4], w[5])
    x = torch.add(x, torch.dropout(seen, torch.div(self.dropout, 3), self.training))
    inner = torch.gelu(torch.linear(torch.layer_norm(x, [self.hidden], w[6], w[7]), w[8], w[9]))
    inner = torch.linear(inner, w[10], w[11])
    return torch.add(x, torch.dropout(inner, torch.div(self.dropout, 3), self.training))

  # State of every step, (batch, time, hidden), from all steps of its sequence, with a sinusoidal position
  # encoding.
  def states(self: __torch__.$CLASS, x: Tensor, lengths: Tensor) -> Tensor:
    place = torch.sub(torch.cumsum(torch.ones_like(torch.select(x, 2, 0)), 1), 1)
    angle = torch.mul(torch.unsqueeze(place, 2), self.frequencies)
    x = torch.add(x, torch.cat([torch.sin(angle), torch.cos(angle)], 2))
    known = torch.unsqueeze(torch.unsqueeze(torch.logical_not(self.beyond(x, lengths)), 1), 1)
    x = self.layer(x, known, [$LAYER0])
    return self.layer(x, known, [$LAYER1])

