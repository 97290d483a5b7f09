export const zh = {
  menu: '单位',
} as const
