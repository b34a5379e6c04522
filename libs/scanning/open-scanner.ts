import type { Environment } from '../config/environment.js';
import { ClamScanner } from './clam.scanner.js';
import { NoUploadScanner, type UploadScanner } from './upload-scanner.js';

/** The scanner that the environment names; without one, something before or behind is to look. */
export function openScanner({
  UPLOAD_SCANNER_URL: url,
}: Pick<Environment, 'UPLOAD_SCANNER_URL'>): UploadScanner {
  return url === null ? new NoUploadScanner() : new ClamScanner(url);
}
