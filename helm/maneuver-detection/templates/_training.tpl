{{/* The job that trains a bundle into the volume of bundles; for Job and CronJob. */}}
{{- define "maneuver.training.job" -}}
{{- if not .Values.bundles.enabled -}}
{{- fail "training: the bundle needs a volume; set bundles.enabled" -}}
{{- end -}}
backoffLimit: 1
activeDeadlineSeconds: {{ .Values.training.deadlineSeconds | int64 }}
ttlSecondsAfterFinished: 604800
template:
  metadata:
    labels:
      {{- include "maneuver.labels" . | nindent 6 }}
      app.kubernetes.io/component: training
  spec:
    {{- include "maneuver.pod" . | nindent 4 }}
    restartPolicy: Never
    {{- with .Values.nodeSelector }}
    nodeSelector:
      {{- toYaml . | nindent 6 }}
    {{- end }}
    {{- with .Values.tolerations }}
    tolerations:
      {{- toYaml . | nindent 6 }}
    {{- end }}
    containers:
      - name: training
        image: {{ include "maneuver.image" . }}
        imagePullPolicy: {{ .Values.image.pullPolicy }}
        args:
          - train
          - --output
          - /bundles/{{ .Values.training.bundle }}
          - --force
          {{- if .Values.training.dataClaim }}
          - --data
          - /histories
          {{- end }}
          {{- range .Values.training.options }}
          - {{ . | quote }}
          {{- end }}
        {{- include "maneuver.container" . | nindent 8 }}
        resources:
          {{- toYaml .Values.training.resources | nindent 10 }}
        volumeMounts:
          - name: tmp
            mountPath: /tmp
          - name: bundles
            mountPath: /bundles
          {{- if .Values.training.dataClaim }}
          - name: histories
            mountPath: /histories
            readOnly: true
          {{- end }}
    volumes:
      - name: tmp
        emptyDir:
          sizeLimit: 1Gi
      - name: bundles
        persistentVolumeClaim:
          claimName: {{ include "maneuver.bundlesClaim" . }}
      {{- with .Values.training.dataClaim }}
      - name: histories
        persistentVolumeClaim:
          claimName: {{ . }}
      {{- end }}
{{- end -}}
