/** Each in a task of its own: together they would keep a slow phone from a tap for longer than anybody should wait. */
export function oneByOne([task, ...rest]: (() => void)[]): void {
  if (!task) return;
  setTimeout(() => {
    task();
    oneByOne(rest);
  });
}
