import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Says last what is known of each story that failed: where a run is only read by its end, it is there. */
export default class FailureReporter implements Reporter {
  private readonly told: string[] = [];

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === test.expectedStatus) return;
    const texts = result.attachments.filter(({ contentType }) => contentType === 'text/plain');
    if (texts.length === 0) return;
    const bodies = texts.map(({ name, body }) => `${name}:\n${body?.toString('utf8') ?? ''}`);
    this.told.push(`— ${test.title}\n${bodies.join('\n')}`);
  }

  onEnd(): void {
    if (this.told.length > 0) process.stdout.write(`\n${this.told.join('\n\n')}\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
