import { describe, expect, it } from '@jest/globals';
import { readDeliveryStatus } from './delivery-status.js';

const mail = 'Reporting-MTA: dns; mail.example.dk\r\nArrival-Date: Mon, 1 Mar 2027 09:00:00 +0100\r\n';
const recipient = (...lines: readonly string[]): string =>
  ['Final-Recipient: rfc822; nancy@example.dk', ...lines, ''].join('\r\n');

describe('a delivery status', () => {
  it.each(['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const)('tells %s', (action) => {
    const content = `${mail}\r\n${recipient(`Action: ${action}`, 'Status: 5.1.1')}`;
    expect(readDeliveryStatus(content)).toEqual([{ action, status: '5.1.1' }]);
  });

  it('tells of each recipient', () => {
    const content = [mail, recipient('Action: delivered', 'Status: 2.1.5'), recipient('Action: failed')];
    expect(readDeliveryStatus(content.join('\r\n'))).toEqual([
      { action: 'delivered', status: '2.1.5' },
      { action: 'failed', status: null },
    ]);
  });

  it('is read whatever the case, the spaces and the comments', () => {
    const content = `${mail}\n\t\naction :\tFailed (mailbox is gone)\nSTATUS: 5.2.1 (gone)\n`;
    expect(readDeliveryStatus(content)).toEqual([{ action: 'failed', status: '5.2.1' }]);
  });

  it('is read over folded lines', () => {
    const content = `${mail}\r\nAction:\r\n failed\r\nDiagnostic-Code: smtp; 550\r\n Action: delivered\r\nStatus:\r\n\t5.0.0\r\n`;
    expect(readDeliveryStatus(content)).toEqual([{ action: 'failed', status: '5.0.0' }]);
  });

  it.each([
    ['nothing', ''],
    ['words', 'Your mail could not be delivered.'],
    ['a block for the mail alone', mail],
    ['an action that nobody knows', `${mail}\r\n${recipient('Action: eaten')}`],
    ['a name of every object', `${mail}\r\n${recipient('Action: constructor')}`],
  ])('is not in %s', (_what, content) => {
    expect(readDeliveryStatus(content)).toEqual([]);
  });

  it.each(['5.1.1.1', '550', '5.1234.1', 'nancy@example.dk'])('has no status %s', (status) => {
    const content = `${mail}\r\n${recipient('Action: failed', `Status: ${status}`)}`;
    expect(readDeliveryStatus(content)).toEqual([{ action: 'failed', status: null }]);
  });
});
