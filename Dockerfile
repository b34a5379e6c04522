# One image for API, worker and migration; docker-compose.yml says which of them a container is.

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /application
COPY package.json package-lock.json .npmrc ./
# The image brings Node itself, and no dependency needs its install script here.
RUN npm ci --ignore-scripts
COPY . .
RUN node node_modules/typescript/bin/tsc -p tsconfig.build.json \
  && cp libs/temporal/failure-converter.cjs dist/libs/temporal/ \
  && npm prune --omit=dev --ignore-scripts

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /application
COPY --from=build /application/package.json ./
COPY --from=build /application/node_modules ./node_modules
COPY --from=build /application/dist ./dist
COPY --from=build /application/images/migration.mjs ./images/
# Where seals of the audit are kept, if a volume is mounted.
RUN mkdir /anchors && chown node:node /anchors
USER node
EXPOSE 3000 2525
CMD ["node", "--enable-source-maps", "dist/apps/api/main.js"]
