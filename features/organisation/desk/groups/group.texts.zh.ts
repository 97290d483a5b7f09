export const zh = {
  menu: '工作机构',
} as const
