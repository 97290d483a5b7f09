-- how the issue is set: what the reading took it for, and what a person chose instead
alter table issue
  add column layout text not null default 'bulletin' check (layout in ('bulletin', 'magazine')),
  add column chosen_layout text check (chosen_layout in ('bulletin', 'magazine'));
