import type { UploadScanner } from '../../scanning/upload-scanner.js';
import type { HealthCheck } from '../health-check.js';

/** Whether the scanner looks through what it is given. */
export function scannerCheck(scanner: UploadScanner): HealthCheck {
  return {
    name: 'scanner',
    needed: false,
    otherwise: 'SCANNER.AWAY',
    stands: 15_000,
    check: () => scanner.scan(Buffer.from('kiplan')),
  };
}
