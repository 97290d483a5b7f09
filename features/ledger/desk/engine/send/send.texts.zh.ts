export const zh = {
  send: '发公文',
  supervision: '发督办单',
  reminder: '发提醒函',
  circular: '发通报',
  tooMany: '逐项选择的最多 {{count}} 项；更多的，请“选中全部符合条件的”。',
} as const
