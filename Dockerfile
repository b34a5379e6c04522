# Images of API, portal, worker and migration, and of the local sign-in; docker-compose.yml says which of them a container is.

# Elsewhere than on one machine the base is given by digest, which no registry can change under its name:
#   docker build --build-arg REQUIRE_DIGEST=true --build-arg NODE_IMAGE=node:24.21.0-bookworm-slim@sha256:… .
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS compiled
ARG NODE_IMAGE
ARG REQUIRE_DIGEST=false
RUN case "${REQUIRE_DIGEST}:${NODE_IMAGE}" in \
  false:*|true:*@sha256:*) ;; \
  *) echo 'NODE_IMAGE: expected an image by its digest, name:version@sha256:…' >&2; exit 1 ;; \
  esac
WORKDIR /application
COPY package.json package-lock.json .npmrc ./
# The image brings Node itself, and no dependency needs its install script here.
RUN npm ci --ignore-scripts
COPY . .
RUN node node_modules/typescript/bin/tsc -p tsconfig.build.json \
  && cp libs/temporal/failure-converter.cjs dist/libs/temporal/ \
  && node apps/local/copy-assets.mjs

FROM compiled AS pruned
RUN npm prune --omit=dev --ignore-scripts

# For one machine only: it asks nobody for a password. Its packages are those of development.
FROM ${NODE_IMAGE} AS sign-in
WORKDIR /application
COPY --from=compiled /application/package.json ./
COPY --from=compiled /application/node_modules ./node_modules
COPY --from=compiled /application/dist ./dist
RUN mkdir -p /var/lib/sign-in && chown node /var/lib/sign-in
USER node
EXPOSE 3200
CMD ["node", "--enable-source-maps", "dist/apps/local/sign-in/main.js"]

FROM ${NODE_IMAGE}
ENV NODE_ENV=production
WORKDIR /application
COPY --from=pruned /application/package.json ./
COPY --from=pruned /application/node_modules ./node_modules
COPY --from=pruned /application/dist ./dist
COPY --from=pruned /application/images/*.mjs ./images/
# Where seals of the audit are kept, if a volume is mounted.
RUN mkdir /anchors && chown node:node /anchors
USER node
EXPOSE 3000 3100 2525
CMD ["node", "--enable-source-maps", "dist/apps/api/main.js"]
