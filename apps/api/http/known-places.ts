import type { RequestHandler } from 'express';
import { ApiError } from './api-error.js';

const PLACES = ['/api/v1/', '/api/docs', '/api/openapi.json', '/health/'];

/** Refuses addresses outside of what the API serves, for which the framework would answer with a page of its own. */
export const refuseUnknownPlaces: RequestHandler = ({ path }, _response, next) => {
  const known = PLACES.some((place) => path.startsWith(place));
  next(known ? undefined : new ApiError('ROUTE.NOT_FOUND'));
};
